def chunks(iterable, size):
    """Yield lists of size items; the last may be shorter."""
    for start in range(0, len(iterable), size):
        yield iterable[start : start + size]


print(list(chunks([1, 2, 3, 4, 5], 2)))
