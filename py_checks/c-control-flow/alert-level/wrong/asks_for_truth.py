# fails test_zero_is_measured: but it is falsy
# fails test_one_host_and_several: with an s
def alert_level(percent):
    if not percent:
        return "unknown"
    elif percent >= 95:
        return "critical"
    elif percent >= 80:
        return "warning"
    return "ok"


def hosts_text(count):
    return f"{count} {'hosts' if count > 1 else 'host'}"
