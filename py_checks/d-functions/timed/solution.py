import functools
import time


def timed(clock=time.perf_counter):
    """Measure each call of a function."""

    def decorate(function):
        durations = []

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = clock()
            result = function(*args, **kwargs)
            durations.append(clock() - start)
            return result

        wrapper.durations = durations
        wrapper.best = lambda: min(durations, default=None)
        return wrapper

    return decorate


@timed()
def count_up(limit):
    """Add the numbers below a limit."""
    return sum(range(limit))


count_up(10_000)
