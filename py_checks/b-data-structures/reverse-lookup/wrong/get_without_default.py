# fails test_unknown_address: It returned:  None
def reverse(addresses):
    return {address: host for host, address in addresses.items()}


def who_has(table, address):
    return table.get(address)
