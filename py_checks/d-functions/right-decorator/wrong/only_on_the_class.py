# fails test_is_name: Volume('data', 20).is_name
import functools


class Volume:
    def __init__(self, name, size_gb):
        self.name = name
        self.size_gb = size_gb

    @property
    def size_mb(self):
        return self.size_gb * 1024

    @classmethod
    def from_line(cls, line):
        name, size = line.split()
        return cls(name, int(size))

    def is_name(text):
        return text.isidentifier() and text.islower()


ASKED = []


@functools.cache
def price_of(kind):
    ASKED.append(kind)
    return {"ssd": 12, "disk": 3}[kind]
