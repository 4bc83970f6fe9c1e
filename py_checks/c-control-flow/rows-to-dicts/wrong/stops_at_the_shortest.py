# fails test_a_short_row: unless you say strict=True
# fails test_a_long_row: would be lost
def rows_to_dicts(header, rows):
    return [dict(zip(header, row)) for row in rows]
