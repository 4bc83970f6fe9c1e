# fails test_none_counts: None can be a result
import functools


def once(function):
    result = None

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal result
        if result is None:
            result = function(*args, **kwargs)
        return result

    return wrapper
