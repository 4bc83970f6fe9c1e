SERVERS = [
    {"name": "web-01", "site": "fra", "load": 0.7},
    {"name": "db-01", "site": "ams", "load": 3.2},
    {"name": "web-02", "site": "fra", "load": 2.4},
]


def by_urgency(servers):
    """Return the servers sorted by site, then by load, highest first, then by name."""
    return sorted(servers, key=lambda server: (server["site"], -server["load"], server["name"]))


def busiest(servers):
    """Return the server with the highest load, or None."""
    return max(servers, key=lambda server: server["load"], default=None)


print([server["name"] for server in by_urgency(SERVERS)])
