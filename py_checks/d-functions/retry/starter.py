import functools
import time


def retry(times, exceptions, delay=0, sleep=time.sleep):
    """Call the function again if it raises one of the exceptions."""

    def decorate(function):
        return function

    return decorate


answers = iter([ConnectionError("refused"), "up"])


@retry(3, ConnectionError)
def status():
    """Give the next answer, or fail with it."""
    answer = next(answers)
    if isinstance(answer, Exception):
        raise answer
    return answer


# print(status())  # should be up
