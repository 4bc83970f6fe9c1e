def describe(value):
    """Return the repr of a value and the name of its type."""
    return repr(value) + ": " + type(value).__name__


for setting in [8080, "8080", ["web-01"]]:
    print(describe(setting))
