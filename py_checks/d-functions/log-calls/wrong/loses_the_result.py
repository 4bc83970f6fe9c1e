# fails test_result_comes_back: returned None
import functools


def log_calls(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print(function.__name__, "->", result)

    return wrapper
