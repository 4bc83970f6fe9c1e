def compose(*functions):
    """Return a function that calls the functions from left to right."""
    ...


# clean = compose(str.strip, str.lower)
# print(clean("  WEB-01 "))
