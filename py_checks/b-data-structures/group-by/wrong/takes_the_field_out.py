# fails test_input_stays: Only look at a row
# fails test_rows_are_whole: all fields included
def group_by(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(row.pop(key), []).append(row)
    return groups
