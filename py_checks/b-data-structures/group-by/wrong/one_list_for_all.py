# fails test_any_field: Grouped by os
def group_by(rows, key):
    groups = dict.fromkeys([row[key] for row in rows], [])
    for row in rows:
        groups[row[key]].append(row)
    return groups
