# fails test_use_does_not_prolong: not when it was last used
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
                result = cache[key][1]
            else:
                result = function(*args, **kwargs)
            cache[key] = (now, result)
            return result

        wrapper.cache = cache
        wrapper.clear = cache.clear
        return wrapper

    return decorate
