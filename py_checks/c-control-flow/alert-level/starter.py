def alert_level(percent):
    """Say how bad this percentage is."""
    if percent > 80:
        return "warning"
    elif percent > 95:
        return "critical"


def hosts_text(count):
    """Return the number of hosts in words that fit."""
    return f"{count} hosts"


for percent in [50, 85, 97]:
    print(percent, alert_level(percent))
print(hosts_text(1))
