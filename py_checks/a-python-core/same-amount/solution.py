import math


def same_amount(a, b):
    """Say whether two floats count as the same amount."""
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9)


print(same_amount(0.1 + 0.2, 0.3))
