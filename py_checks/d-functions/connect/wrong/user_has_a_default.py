# fails test_user_is_required: without a default must be given
def connect(host, /, port=5432, *, user=None, timeout_s=10, tls=True):
    return f"{user}@{host}:{port} tls={tls} timeout_s={timeout_s}"
