# fails test_added_removed_kept: Added is in new only
def diff_inventory(old, new):
    before, after = set(old), set(new)
    return sorted(before - after), sorted(after - before), sorted(before & after)
