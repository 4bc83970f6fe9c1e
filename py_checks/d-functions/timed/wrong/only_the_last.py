# fails test_durations: Three calls took 4, 1 and 2.5 seconds
import functools
import time


def timed(clock=time.perf_counter):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = clock()
            result = function(*args, **kwargs)
            wrapper.durations = [clock() - start]
            return result

        wrapper.durations = []
        wrapper.best = lambda: min(wrapper.durations, default=None)
        return wrapper

    return decorate
