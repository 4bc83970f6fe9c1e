def diff_inventory(old, new):
    """Return the added, the removed and the kept hosts as sorted lists."""
    before, after = set(old), set(new)
    return sorted(after - before), sorted(before - after), sorted(before & after)


print(diff_inventory(["web-01", "db-01"], ["web-02", "web-01"]))
