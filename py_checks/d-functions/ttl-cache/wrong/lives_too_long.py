# fails test_expiry: only while it is younger
# fails test_order_of_names: Expected: one entry
import functools
import time


def ttl_cache(seconds, clock=time.monotonic):
    def decorate(function):
        cache = {}

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = (args, tuple(kwargs.items()))
            now = clock()
            if key in cache and now - cache[key][0] <= seconds:
                return cache[key][1]
            result = function(*args, **kwargs)
            cache[key] = (now, result)
            return result

        wrapper.cache = cache
        wrapper.clear = cache.clear
        return wrapper

    return decorate
