# fails test_sorted_lists: sorted(...) makes a sorted list
def diff_inventory(old, new):
    before, after = set(old), set(new)
    return after - before, before - after, before & after
