def privileged_ports(scan):
    """Return "host:port" for each port below 1024."""
    return [f"{host}:{port}" for host, ports in scan for port in ports if port < 1024]


print(privileged_ports([("web-01", [22, 443, 8080]), ("db-01", [5432, 22])]))
