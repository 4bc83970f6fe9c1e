def csv_row(values):
    """Return the values as one line, with commas between them."""
    line = ""
    for value in values:
        line += str(value) + ","
    return line


print(csv_row(["web-1", "Zürich", 8, None]))
