# fails test_near_zero: nothing is close to 0
import math


def same_amount(a, b):
    return math.isclose(a, b)
