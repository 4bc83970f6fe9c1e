# fails test_gives_up: With times=1 it was called 2 times
import functools
import time


def retry(times, exceptions, delay=0, sleep=time.sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return function(*args, **kwargs)
                except exceptions:
                    sleep(delay)
            return function(*args, **kwargs)

        return wrapper

    return decorate
