# fails test_same_name_twice: Count while you walk
def port_plan(services, first, step):
    services = list(services)
    return [
        f"{services.index(name) + 1}. {name}: {first + services.index(name) * step}"
        for name in services
    ]
