# fails test_open_port_changes_the_callers_list: only ties your own name to a new list
def open_port(ports, port):
    ports = ports + [port]


def with_port(ports, port):
    return ports + [port]
