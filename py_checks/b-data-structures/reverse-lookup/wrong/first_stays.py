# fails test_later_host_stays: replaces its value
def reverse(addresses):
    table = {}
    for host, address in addresses.items():
        table.setdefault(address, host)
    return table


def who_has(table, address):
    return table.get(address, "unknown")
