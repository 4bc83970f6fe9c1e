# fails test_called_once: called the original 2 times
import functools


def log_calls(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__, args, kwargs)
        print(function.__name__, "->", function(*args, **kwargs))
        return function(*args, **kwargs)

    return wrapper
