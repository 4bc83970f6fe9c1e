# fails test_outer_list_is_new: makes no copy
# fails test_rows_are_new_too: also changed rows[0][1]
def alias_demo():
    first = []
    return first, first


def safe_copy(rows):
    copied = rows
    return copied
