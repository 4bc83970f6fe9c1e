def open_port(ports, port):
    """Add port to the caller's list."""
    ports = ports + [port]


def with_port(ports, port):
    """Return a new list with port at its end."""
    ...


firewall = [22, 80]
open_port(firewall, 443)
print(firewall)  # should be [22, 80, 443]
