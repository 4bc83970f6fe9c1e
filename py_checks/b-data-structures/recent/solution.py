from collections import deque


class Recent:
    """The last few lines."""

    def __init__(self, size):
        self.lines = deque(maxlen=size)

    def add(self, line):
        """Take a line; the oldest is forgotten when there are too many."""
        self.lines.append(line)

    def items(self):
        """Return a list of the lines, the oldest first."""
        return list(self.lines)


def recent(n):
    """Return an object that keeps the last n lines."""
    return Recent(n)


last = recent(2)
for line in ["start", "listen", "timeout"]:
    last.add(line)
print(last.items())
