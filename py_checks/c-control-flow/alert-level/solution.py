def alert_level(percent):
    """Say how bad this percentage is."""
    if percent is None:
        return "unknown"
    elif percent >= 95:
        return "critical"
    elif percent >= 80:
        return "warning"
    else:
        return "ok"


def hosts_text(count):
    """Return the number of hosts in words that fit."""
    return f"{count} {'host' if count == 1 else 'hosts'}"


for percent in [50, 85, 97]:
    print(percent, alert_level(percent))
print(hosts_text(1))
