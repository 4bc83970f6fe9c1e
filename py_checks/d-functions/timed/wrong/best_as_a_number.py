# fails test_best: Before the first call best() gave
import functools
import time


def timed(clock=time.perf_counter):
    def decorate(function):
        durations = []

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = clock()
            result = function(*args, **kwargs)
            durations.append(clock() - start)
            return result

        wrapper.durations = durations
        wrapper.best = lambda: min(durations, default=0)
        return wrapper

    return decorate
