# fails test_other_errors: Only ConnectionError was to be retried
import functools
import time


def retry(times, exceptions, delay=0, sleep=time.sleep):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return function(*args, **kwargs)
                except Exception:
                    if attempt == times - 1:
                        raise
                    sleep(delay)

        return wrapper

    return decorate
