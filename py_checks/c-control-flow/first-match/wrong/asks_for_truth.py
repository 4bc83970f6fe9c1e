# fails test_falsy_item: 0 fits
def first_match(items, predicate, default=None):
    found = None
    for item in items:
        if predicate(item):
            found = item
            break
    else:
        found = default
    return found or default
