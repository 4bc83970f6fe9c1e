# fails test_rounding_is_forgiven: too strict for floats
# fails test_near_zero: absolute tolerance
def same_amount(a, b):
    return a == b
