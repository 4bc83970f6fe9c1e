# fails test_alias_is_one_list: two lists that only look alike
def alias_demo():
    return ["web"], ["web"]


def safe_copy(rows):
    return [row.copy() for row in rows]
