# fails test_duplicates_count_once: A set holds each name once
def diff_inventory(old, new):
    added = sorted(host for host in new if host not in old)
    removed = sorted(host for host in old if host not in new)
    kept = sorted(host for host in old if host in new)
    return added, removed, kept
