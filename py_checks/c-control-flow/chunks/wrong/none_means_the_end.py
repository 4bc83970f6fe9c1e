# fails test_falsy_items: Are they taken for the end?
def chunks(iterable, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    it = iter(iterable)
    while True:
        chunk = []
        while len(chunk) < size:
            item = next(it, None)
            if item is None:
                break
            chunk.append(item)
        if not chunk:
            return
        yield chunk
