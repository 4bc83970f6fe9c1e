# fails test_price_is_remembered: once for each kind
import functools


class Volume:
    def __init__(self, name, size_gb):
        self.name = name
        self.size_gb = size_gb
        self.size_mb = size_gb * 1024

    @classmethod
    def from_line(cls, line):
        name, size = line.split()
        return cls(name, int(size))

    @staticmethod
    def is_name(text):
        return text.isidentifier() and text.islower()


ASKED = []


@functools.lru_cache(maxsize=1)
def price_of(kind):
    ASKED.append(kind)
    return {"ssd": 12, "disk": 3}[kind]
