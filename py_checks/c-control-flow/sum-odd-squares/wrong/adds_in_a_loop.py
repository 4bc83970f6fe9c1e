# fails test_form: no sum(...) with a generator expression
def sum_odd_squares(limit=100):
    total = 0
    for n in range(1, limit + 1, 2):
        total += n * n
    return total
