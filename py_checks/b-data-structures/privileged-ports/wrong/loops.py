# fails test_is_a_comprehension: There is no list comprehension
def privileged_ports(scan):
    found = []
    for host, ports in scan:
        for port in ports:
            if port < 1024:
                found.append(f"{host}:{port}")
    return found
