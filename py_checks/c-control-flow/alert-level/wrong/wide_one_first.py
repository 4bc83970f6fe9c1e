# fails test_three_levels: Is a narrow one standing below a wide one?
def alert_level(percent):
    if percent is None:
        return "unknown"
    if percent >= 80:
        return "warning"
    elif percent >= 95:
        return "critical"
    return "ok"


def hosts_text(count):
    return f"{count} host" if count == 1 else f"{count} hosts"
