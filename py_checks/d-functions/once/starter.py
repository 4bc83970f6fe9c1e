import functools


def once(function):
    """Run the function at its first call only."""

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@once
def load_settings():
    """Load the settings."""
    print("loading")
    return {"port": 8080}


print(load_settings())
print(load_settings())  # should not load again
