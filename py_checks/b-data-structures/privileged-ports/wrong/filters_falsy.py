# fails test_only_below_1024: 'a:0'
def privileged_ports(scan):
    return [f"{host}:{port}" for host, ports in scan for port in ports if port and port < 1024]
