# fails test_anything_that_can_be_walked: Not everything has places
def port_plan(services, first, step):
    lines = []
    for i in range(len(services)):
        lines.append(f"{i + 1}. {services[i]}: {first + i * step}")
    return lines
