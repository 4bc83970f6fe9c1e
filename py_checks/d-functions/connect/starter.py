def connect(host, port, user, timeout_s, tls):
    """Return a line about a connection."""
    return f"{user}@{host}:{port} tls={tls} timeout_s={timeout_s}"


print(connect("db-01", 5432, "app", 10, True))
