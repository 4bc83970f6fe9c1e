class Countdown:
    """Counts from start down to 1."""

    def __init__(self, start):
        self.number = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.number == 0:
            raise StopIteration
        self.number = self.number - 1
        return self.number + 1


launch = Countdown(3)
print(list(launch))
print(list(launch))  # should be the same again
