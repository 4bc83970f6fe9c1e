# fails test_one_flat_list: give a flat list
def privileged_ports(scan):
    return [[f"{host}:{port}" for port in ports if port < 1024] for host, ports in scan]
