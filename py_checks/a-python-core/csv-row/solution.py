def csv_row(values):
    """Return the values as one line, with commas between them."""
    return ",".join("" if value is None else str(value) for value in values)


print(csv_row(["web-1", "Zürich", 8, None]))
