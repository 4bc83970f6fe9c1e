# fails test_shows_arguments_by_name: read_only is missing in it
import functools


def log_calls(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__, args)
        result = function(*args, **kwargs)
        print(function.__name__, "->", result)
        return result

    return wrapper
