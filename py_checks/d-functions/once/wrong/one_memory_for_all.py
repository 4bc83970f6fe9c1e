# fails test_independent: Do they share a memory?
import functools

RESULTS = {}


def once(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        if function.__name__ not in RESULTS:
            RESULTS[function.__name__] = function(*args, **kwargs)
        return RESULTS[function.__name__]

    return wrapper
