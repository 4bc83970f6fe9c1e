def describe(value):
    """Return the repr of a value and the name of its type."""
    ...


for setting in [8080, "8080", ["web-01"]]:
    print(describe(setting))
