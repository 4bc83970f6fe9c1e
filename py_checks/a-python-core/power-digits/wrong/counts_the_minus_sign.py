# fails test_negative_base: Was the minus sign counted
import sys

sys.set_int_max_str_digits(0)


def power_digits(base, exp):
    return len(str(base**exp))
