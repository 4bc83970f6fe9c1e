# fails test_a_dict_for_each_row: It returned:
def rows_to_dicts(header, rows):
    record = {}
    result = []
    for row in rows:
        record.update(zip(header, row, strict=True))
        result.append(record)
    return result
