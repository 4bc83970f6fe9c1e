def countdown(n):
    """Yield n, n - 1, ..., 1."""
    numbers = []
    for number in range(n):
        numbers.append(number)
    return numbers


print(list(countdown(5)))  # should be [5, 4, 3, 2, 1]
