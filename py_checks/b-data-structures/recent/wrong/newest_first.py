# fails test_keeps_the_last: the oldest of them first
from collections import deque


class Recent:
    def __init__(self, size):
        self.lines = deque(maxlen=size)

    def add(self, line):
        self.lines.appendleft(line)

    def items(self):
        return list(self.lines)


def recent(n):
    return Recent(n)
