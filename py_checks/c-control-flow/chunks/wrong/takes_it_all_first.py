# fails test_takes_no_more_than_needed: went on and on
def chunks(iterable, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    items = list(iterable)
    for start in range(0, len(items), size):
        yield items[start : start + size]
