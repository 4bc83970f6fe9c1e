# fails test_added_removed_kept: ['lb', 'mx', 'ns']
def diff_inventory(old, new):
    before, after = set(old), set(new)
    return sorted(after - before), sorted(before - after), sorted(before | after)
