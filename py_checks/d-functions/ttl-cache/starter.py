import functools
import time


def ttl_cache(seconds, clock=time.monotonic):
    """Keep each result for some seconds."""

    def decorate(function):
        cache = {}

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

        wrapper.cache = cache
        wrapper.clear = cache.clear
        return wrapper

    return decorate


@ttl_cache(60)
def load_of(host):
    """Ask for the load of a host."""
    print("asking about", host)
    return len(host) / 10


print(load_of("web-01"))
print(load_of("web-01"))  # should not ask again
