import functools
import math


def log_calls(function):
    """Print each call and its result."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        shown = [repr(value) for value in args]
        shown += [f"{name}={value!r}" for name, value in kwargs.items()]
        print(f"{function.__name__}({', '.join(shown)}) ...")
        result = function(*args, **kwargs)
        print(f"{function.__name__} -> {result!r}")
        return result

    return wrapper


@log_calls
def circle_area(radius):
    """Return the area of a circle."""
    return math.pi * radius**2


print(circle_area(2))
