# fails test_keeps_the_last: Expected: a list
from collections import deque


class Recent:
    def __init__(self, size):
        self.lines = deque(maxlen=size)

    def add(self, line):
        self.lines.append(line)

    def items(self):
        return self.lines


def recent(n):
    return Recent(n)
