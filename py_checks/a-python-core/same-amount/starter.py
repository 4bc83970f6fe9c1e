def same_amount(a, b):
    """Say whether two floats count as the same amount."""
    return a == b


print(same_amount(0.1 + 0.2, 0.3))
