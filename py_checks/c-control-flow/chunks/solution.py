from itertools import islice


def chunks(iterable, size):
    """Yield lists of size items; the last may be shorter."""
    if size < 1:
        raise ValueError("size must be at least 1")
    it = iter(iterable)
    while True:
        chunk = list(islice(it, size))
        if not chunk:
            break
        yield chunk


print(list(chunks([1, 2, 3, 4, 5], 2)))
