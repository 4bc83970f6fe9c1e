# fails test_ports_go_up: has the first port itself
def port_plan(services, first, step):
    lines = []
    for number, service in enumerate(services, start=1):
        lines.append(f"{number}. {service}: {first + number * step}")
    return lines
