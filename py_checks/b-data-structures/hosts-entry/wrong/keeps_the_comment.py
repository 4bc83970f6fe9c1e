# fails test_comment: Cut the comment off
from collections import namedtuple

Entry = namedtuple("Entry", ["address", "name", "aliases"])


def read_entry(line):
    address, name, *aliases = line.split()
    return Entry(address, name, tuple(aliases))
