# fails test_list_is_a_copy: Hand out a new list
class Recent:
    def __init__(self, size):
        self.size = size
        self.lines = []

    def add(self, line):
        self.lines.append(line)
        if len(self.lines) > self.size:
            self.lines.pop(0)

    def items(self):
        return self.lines


def recent(n):
    return Recent(n)
