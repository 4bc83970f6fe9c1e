# fails test_open_port_returns_none: returns nothing
def open_port(ports, port):
    ports.append(port)
    return ports


def with_port(ports, port):
    return ports + [port]
