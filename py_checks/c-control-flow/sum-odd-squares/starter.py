def sum_odd_squares(limit=100):
    """Return the sum of the squares of the odd numbers up to the limit."""
    return sum([n * n for n in range(limit)])


print(sum_odd_squares())  # should be 166650
