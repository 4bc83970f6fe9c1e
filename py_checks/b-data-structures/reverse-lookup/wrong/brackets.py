# fails test_unknown_address: get takes a default
def reverse(addresses):
    return {address: host for host, address in addresses.items()}


def who_has(table, address):
    return table[address]
