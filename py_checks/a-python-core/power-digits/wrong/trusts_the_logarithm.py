# fails test_exact_below_a_power_of_ten: floats round
import math


def power_digits(base, exp):
    number = abs(base**exp)
    if number == 0:
        return 1
    return int(math.log10(number)) + 1
