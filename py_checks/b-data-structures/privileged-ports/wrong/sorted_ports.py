# fails test_order_stays: Nothing is sorted
def privileged_ports(scan):
    return [f"{host}:{port}" for host, ports in scan for port in sorted(ports) if port < 1024]
