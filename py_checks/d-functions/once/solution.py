import functools


def once(function):
    """Run the function at its first call only."""
    done = False
    result = None

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal done, result
        if not done:
            result = function(*args, **kwargs)
            done = True
        return result

    return wrapper


@once
def load_settings():
    """Load the settings."""
    print("loading")
    return {"port": 8080}


print(load_settings())
print(load_settings())  # should not load again
