# fails test_commas_between_values: After the last one there is none
# fails test_built_with_join: builds the text by adding to it
def csv_row(values):
    line = ""
    for value in values:
        line += ("" if value is None else str(value)) + ","
    return line
