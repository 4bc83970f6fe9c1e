# fails test_fields_by_name: which is no named tuple
def read_entry(line):
    address, name, *aliases = line.partition("#")[0].split()
    return address, name, tuple(aliases)
