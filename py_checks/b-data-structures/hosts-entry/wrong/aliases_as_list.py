# fails test_entry_is_hashable: make a tuple of the rest
from collections import namedtuple

Entry = namedtuple("Entry", ["address", "name", "aliases"])


def read_entry(line):
    address, name, *aliases = line.partition("#")[0].split()
    return Entry(address, name, aliases)
