def unique_ips(path):
    """Return the set of all IPv4 addresses in a file."""
    addresses = {}
    with open(path, encoding="utf-8") as log:
        for line in log:
            for word in line.split():
                ...
    return addresses


print(unique_ips("syslog"))
