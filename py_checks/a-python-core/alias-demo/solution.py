def alias_demo():
    """Return two names for one list."""
    first = ["web", "db"]
    second = first
    return first, second


def safe_copy(rows):
    """Return a copy of a list of lists that shares nothing with it."""
    return [row.copy() for row in rows]
