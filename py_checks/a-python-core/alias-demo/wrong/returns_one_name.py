# fails test_alias_is_one_list: Return two names
# fails test_change_shows_through_the_other_name: Return two names
def alias_demo():
    first = ["web", "db"]
    second = first
    return second


def safe_copy(rows):
    return [row.copy() for row in rows]
