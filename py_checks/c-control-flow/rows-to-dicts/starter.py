def rows_to_dicts(header, rows):
    """Return a list of dicts, one for each row."""
    ...


print(rows_to_dicts(["host", "port"], [["web-01", 443], ["db-01", 5432]]))
