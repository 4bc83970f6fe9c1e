# fails test_falsy_item: at the same time
# fails test_uses_loop_else: No for loop in your code has an else
def first_match(items, predicate, default=None):
    found = None
    for item in items:
        if predicate(item):
            found = item
            break
    return default if found is None else found
