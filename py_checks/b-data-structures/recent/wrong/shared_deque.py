# fails test_independent_objects: a deque of its own
from collections import deque

LINES = deque()


class Recent:
    def __init__(self, size):
        self.size = size
        self.lines = LINES

    def add(self, line):
        self.lines.append(line)

    def items(self):
        return list(self.lines)[len(self.lines) - min(self.size, len(self.lines)) :]


def recent(n):
    return Recent(n)
