# fails test_metadata: functools.wraps keeps it
def log_calls(function):
    def wrapper(*args, **kwargs):
        print(function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print(function.__name__, "->", result)
        return result

    return wrapper
