# fails test_different_amounts: too generous
def same_amount(a, b):
    return round(a, 2) == round(b, 2)
