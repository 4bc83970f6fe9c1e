# fails test_form: With the square brackets left out
def sum_odd_squares(limit=100):
    return sum([n * n for n in range(1, limit + 1, 2)])
