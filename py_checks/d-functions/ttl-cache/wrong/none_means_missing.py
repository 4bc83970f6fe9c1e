# fails test_none_is_stored: A function that gives None ran 2 times
import functools
import time


def ttl_cache(seconds, clock=time.monotonic):
    def decorate(function):
        cache = {}

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            key = (args, frozenset(kwargs.items()))
            now = clock()
            stored_at, result = cache.get(key, (0, None))
            if result is None or now - stored_at >= seconds:
                result = function(*args, **kwargs)
                cache[key] = (now, result)
            return result

        wrapper.cache = cache
        wrapper.clear = cache.clear
        return wrapper

    return decorate
