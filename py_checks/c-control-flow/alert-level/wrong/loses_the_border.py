# fails test_borders_belong_to_the_worse: includes 95 itself
def alert_level(percent):
    if percent is None:
        return "unknown"
    elif percent > 95:
        return "critical"
    elif percent > 80:
        return "warning"
    return "ok"


def hosts_text(count):
    return f"{count} {'host' if count == 1 else 'hosts'}"
