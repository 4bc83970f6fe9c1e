# fails test_pauses: one pause between two attempts
import functools
import time


def retry(times, exceptions, delay=0, sleep=time.sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return function(*args, **kwargs)
                except exceptions as problem:
                    last = problem
                    sleep(delay)
            raise last

        return wrapper

    return decorate
