# fails test_options_refused_by_position: A * ends what is given by position
# fails test_host_refused_by_name: positional-only
def connect(host, port=5432, user="app", timeout_s=10, tls=True):
    return f"{user}@{host}:{port} tls={tls} timeout_s={timeout_s}"
