# fails test_from_line_of_a_derived_class: made a Volume
import functools


class Volume:
    def __init__(self, name, size_gb):
        self.name = name
        self.size_gb = size_gb

    @property
    def size_mb(self):
        return self.size_gb * 1024

    @staticmethod
    def from_line(line):
        name, size = line.split()
        return Volume(name, int(size))

    @staticmethod
    def is_name(text):
        return text.isidentifier() and text.islower()


ASKED = []


@functools.cache
def price_of(kind):
    ASKED.append(kind)
    return {"ssd": 12, "disk": 3}[kind]
