# fails test_ports_go_up: The first service is number 1
def port_plan(services, first, step):
    return [f"{place}. {name}: {first + place * step}" for place, name in enumerate(services)]
