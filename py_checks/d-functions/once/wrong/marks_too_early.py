# fails test_error_does_not_count: the function ran 1 times
import functools


def once(function):
    done, result = False, None

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal done, result
        if not done:
            done = True
            result = function(*args, **kwargs)
        return result

    return wrapper
