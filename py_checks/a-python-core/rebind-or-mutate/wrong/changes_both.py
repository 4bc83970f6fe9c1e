# fails test_with_port_leaves_the_callers_list: change the very list that the caller holds
def open_port(ports, port):
    ports.append(port)


def with_port(ports, port):
    ports += [port]
    return ports
