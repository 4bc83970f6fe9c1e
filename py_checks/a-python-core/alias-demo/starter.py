def alias_demo():
    """Return two names for one list."""
    first = ["web", "db"]
    second = ["web", "db"]
    return first, second


def safe_copy(rows):
    """Return a copy of a list of lists that shares nothing with it."""
    ...
