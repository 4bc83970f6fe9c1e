import functools
import math


def log_calls(function):
    """Print each call and its result."""
    return function


def circle_area(radius):
    """Return the area of a circle."""
    return math.pi * radius**2


print(circle_area(2))
