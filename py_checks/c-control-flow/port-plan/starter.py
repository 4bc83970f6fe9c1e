def port_plan(services, first, step):
    """Return numbered lines, with a port for each service."""
    lines = []
    for i in range(len(services)):
        lines.append(f"{i}. {services[i]}: {first}")
    return lines


print(port_plan(["login", "search"], 8000, 10))
