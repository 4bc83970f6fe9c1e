# fails test_a_long_row: Values beyond the last column
def rows_to_dicts(header, rows):
    result = []
    for row in rows:
        if len(row) < len(header):
            raise ValueError("row too short")
        result.append({name: row[place] for place, name in enumerate(header)})
    return result
