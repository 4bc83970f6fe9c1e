# fails test_cache_and_clear: Was the name tied to a new dict?
import functools
import time


def ttl_cache(seconds, clock=time.monotonic):
    def decorate(function):
        cache = {}

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = (args, frozenset(kwargs.items()))
            now = clock()
            if key in cache and now - cache[key][0] < seconds:
                return cache[key][1]
            result = function(*args, **kwargs)
            cache[key] = (now, result)
            return result

        def clear():
            nonlocal cache
            cache = {}

        wrapper.cache = cache
        wrapper.clear = clear
        return wrapper

    return decorate
