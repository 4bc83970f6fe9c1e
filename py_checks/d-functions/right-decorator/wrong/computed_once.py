# fails test_size_is_read: expected 2048
import functools


class Volume:
    def __init__(self, name, size_gb):
        self.name = name
        self.size_gb = size_gb

    @functools.cached_property
    def size_mb(self):
        return self.size_gb * 1024

    @classmethod
    def from_line(cls, line):
        name, size = line.split()
        return cls(name, int(size))

    @staticmethod
    def is_name(text):
        return text.isidentifier() and text.islower()
