# fails test_last_error_comes_out: and RuntimeError
import functools
import time


def retry(times, exceptions, delay=0, sleep=time.sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, **kwargs)
                except exceptions:
                    if attempt < times - 1:
                        sleep(delay)
            raise RuntimeError("all attempts failed")

        return wrapper

    return decorate
