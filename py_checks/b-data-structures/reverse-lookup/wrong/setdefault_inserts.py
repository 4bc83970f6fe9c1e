# fails test_table_stays: setdefault puts the default in
def reverse(addresses):
    return {address: host for host, address in addresses.items()}


def who_has(table, address):
    return table.setdefault(address, "unknown")
