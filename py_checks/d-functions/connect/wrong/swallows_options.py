# fails test_unknown_option_refused: would be swallowed
def connect(host, /, port=5432, **options):
    user = options["user"]
    tls = options.get("tls", True)
    timeout_s = options.get("timeout_s", 10)
    return f"{user}@{host}:{port} tls={tls} timeout_s={timeout_s}"
