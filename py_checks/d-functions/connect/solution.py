def connect(host, /, port=5432, *, user, timeout_s=10, tls=True):
    """Return a line about a connection."""
    return f"{user}@{host}:{port} tls={tls} timeout_s={timeout_s}"


print(connect("db-01", user="app"))
