# fails test_size_below_one: Expected a ValueError
from itertools import islice


def chunks(iterable, size):
    it = iter(iterable)
    while chunk := list(islice(it, max(size, 1))):
        yield chunk
