def first_match(items, predicate, default=None):
    """Return the first item that fits, or the default."""
    found = None
    for item in items:
        if predicate(item):
            found = item
    return found or default


def is_database(host):
    return host.startswith("db")


print(first_match(["web-01", "db-01", "db-02"], is_database, "none"))
