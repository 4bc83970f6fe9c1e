def port_plan(services, first, step):
    """Return numbered lines, with a port for each service."""
    lines = []
    for number, service in enumerate(services, start=1):
        port = first + (number - 1) * step
        lines.append(f"{number}. {service}: {port}")
    return lines


print(port_plan(["login", "search"], 8000, 10))
