# fails test_only_below_1024: 1023 is in, 1024 is not
def privileged_ports(scan):
    return [f"{host}:{port}" for host, ports in scan for port in ports if port <= 1024]
