# fails test_own_times: Where is the list made?
import functools
import time


def timed(clock=time.perf_counter):
    durations = []

    def decorate(function):
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
