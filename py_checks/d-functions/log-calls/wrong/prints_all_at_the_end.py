# fails test_shows_name_and_arguments: before the call
import functools


def log_calls(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        result = function(*args, **kwargs)
        print(function.__name__, args, kwargs, "->", result)
        return result

    return wrapper
