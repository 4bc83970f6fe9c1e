# fails test_built_with_join: builds the text by adding to it
def csv_row(values):
    line = ""
    for value in values:
        if line:
            line = line + ","
        line = line + ("" if value is None else str(value))
    return line
