# fails test_header_is_walked_again: used up after the first row
def rows_to_dicts(header, rows):
    columns = iter(header)
    result = []
    for row in rows:
        result.append({name: value for name, value in zip(columns, row)})
    return result
