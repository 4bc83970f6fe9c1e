def compose(*functions):
    """Return a function that calls the functions from left to right."""
    if not functions:
        return lambda value: value
    first, *others = functions

    def composed(*args, **kwargs):
        result = first(*args, **kwargs)
        for function in others:
            result = function(result)
        return result

    return composed


clean = compose(str.strip, str.lower)
print(clean("  WEB-01 "))
