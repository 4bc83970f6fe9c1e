import functools
import time


def timed(clock=time.perf_counter):
    """Measure each call of a function."""

    def decorate(function):
        return function

    return decorate


@timed()
def count_up(limit):
    """Add the numbers below a limit."""
    return sum(range(limit))


count_up(10_000)
