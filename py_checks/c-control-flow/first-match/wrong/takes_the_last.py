# fails test_first_of_several: the loop has to stop
# fails test_looks_no_further: should have stopped at b
def first_match(items, predicate, default=None):
    found = default
    for item in items:
        if predicate(item):
            found = item
    return found
