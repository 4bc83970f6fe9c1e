# fails test_any_iterable: Expected lists
def chunks(iterable, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    for start in range(0, len(iterable), size):
        yield iterable[start : start + size]
