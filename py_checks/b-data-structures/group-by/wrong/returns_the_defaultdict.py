# fails test_plain_dict: You returned a defaultdict
from collections import defaultdict


def group_by(rows, key):
    groups = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
