# fails test_first_of_several: the loop has to stop
# fails test_uses_loop_else: with the same indentation
def first_match(items, predicate, default=None):
    for item in items:
        if predicate(item):
            found = item
            break
        else:
            return default
    return found
