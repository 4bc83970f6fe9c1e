# fails test_with_port_returns_the_longer_list: append returns None
def open_port(ports, port):
    ports.append(port)


def with_port(ports, port):
    longer = ports.copy()
    return longer.append(port)
