# fails test_arguments: the function had run with
import functools


def once(function):
    return functools.cache(function)
