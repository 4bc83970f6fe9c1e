import functools
import time


def retry(times, exceptions, delay=0, sleep=time.sleep):
    """Call the function again if it raises one of the exceptions."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except exceptions:
                    if attempt == times:
                        raise
                sleep(delay)

        return wrapper

    return decorate


answers = iter([ConnectionError("refused"), "up"])


@retry(3, ConnectionError)
def status():
    """Give the next answer, or fail with it."""
    answer = next(answers)
    if isinstance(answer, Exception):
        raise answer
    return answer


print(status())  # should be up
