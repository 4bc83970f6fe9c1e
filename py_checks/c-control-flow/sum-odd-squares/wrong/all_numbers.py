# fails test_up_to_100: Only odd numbers count
def sum_odd_squares(limit=100):
    return sum(n * n for n in range(limit + 1))
