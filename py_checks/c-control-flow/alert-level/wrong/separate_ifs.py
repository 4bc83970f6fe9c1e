# fails test_three_levels: It returned:  'warning'
def alert_level(percent):
    if percent is None:
        return "unknown"
    level = "ok"
    if percent >= 95:
        level = "critical"
    if percent >= 80:
        level = "warning"
    return level


def hosts_text(count):
    return f"{count} {'host' if count == 1 else 'hosts'}"
