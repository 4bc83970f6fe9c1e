# fails test_zero_lines: takes all
class Recent:
    def __init__(self, size):
        self.size = size
        self.lines = []

    def add(self, line):
        self.lines.append(line)

    def items(self):
        return self.lines[-self.size :]


def recent(n):
    return Recent(n)
