def privileged_ports(scan):
    """Return "host:port" for each port below 1024."""
    found = []
    for host, ports in scan:
        found.append(f"{host}:{ports}")
    return found


print(privileged_ports([("web-01", [22, 443, 8080]), ("db-01", [5432, 22])]))
