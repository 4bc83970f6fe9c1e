# fails test_large_amounts: too strict for large numbers
# fails test_infinity: inf - inf is nan
def same_amount(a, b):
    return abs(a - b) <= 1e-9
