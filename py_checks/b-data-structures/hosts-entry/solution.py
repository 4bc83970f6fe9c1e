from collections import namedtuple

Entry = namedtuple("Entry", ["address", "name", "aliases"])


def read_entry(line):
    """Return the Entry of a line of /etc/hosts."""
    text = line.partition("#")[0]
    address, name, *aliases = text.split()
    return Entry(address, name, tuple(aliases))


print(read_entry("10.0.0.9 db-01"))
