# fails test_negative_base: minus sign was counted
import sys

sys.set_int_max_str_digits(0)


def power_digits(base, exp):
    return len(str(base**exp))
