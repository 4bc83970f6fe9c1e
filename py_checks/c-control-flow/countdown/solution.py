def countdown(n):
    """Yield n, n - 1, ..., 1."""
    while n > 0:
        yield n
        n = n - 1


print(list(countdown(5)))  # should be [5, 4, 3, 2, 1]
