# fails test_first_result_again: the first result each time
import functools


def once(function):
    done = False

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal done
        if not done:
            result = function(*args, **kwargs)
            done = True
            return result

    return wrapper
