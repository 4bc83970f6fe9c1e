# fails test_looks_no_further: should have stopped at b
def first_match(items, predicate, default=None):
    for item in [item for item in items if predicate(item)]:
        found = item
        break
    else:
        found = default
    return found
