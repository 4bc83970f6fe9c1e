def reverse(addresses):
    """Return a dict from address to host."""
    ...


def who_has(table, address):
    """Return the host that has an address, or "unknown"."""
    ...


table = reverse({"web-01": "10.0.0.4", "db-01": "10.0.0.9"})
print(table)
print(who_has(table, "10.0.0.9"))
