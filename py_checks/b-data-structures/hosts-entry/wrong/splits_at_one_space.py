# fails test_white_space: cuts at any white space
from collections import namedtuple

Entry = namedtuple("Entry", ["address", "name", "aliases"])


def read_entry(line):
    address, name, *aliases = line.partition("#")[0].strip().split(" ")
    return Entry(address, name, tuple(aliases))
