# fails test_groups_have_all_rows: when rows of other groups stand between
from itertools import groupby


def group_by(rows, key):
    return {value: list(members) for value, members in groupby(rows, lambda row: row[key])}
