from collections import namedtuple

Entry = namedtuple("Entry", ["address", "name"])


def read_entry(line):
    """Return the Entry of a line of /etc/hosts."""
    address, name = line.split()
    return Entry(address, name)


print(read_entry("10.0.0.9 db-01"))
