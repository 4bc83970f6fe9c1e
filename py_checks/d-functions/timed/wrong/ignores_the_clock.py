# fails test_durations: by the clock that was passed
import functools
import time


def timed(clock=None):
    def decorate(function):
        durations = []

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            result = function(*args, **kwargs)
            durations.append(time.perf_counter() - start)
            return result

        wrapper.durations = durations
        wrapper.best = lambda: min(durations, default=None)
        return wrapper

    return decorate
