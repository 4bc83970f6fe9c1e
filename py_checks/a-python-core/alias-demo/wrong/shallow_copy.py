# fails test_rows_are_new_too: rows inside are still shared
def alias_demo():
    first = []
    return first, first


def safe_copy(rows):
    return rows[:]
