class Countdown:
    """Counts from start down to 1, as often as wanted."""

    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return CountdownIterator(self.start)


class CountdownIterator:
    """One walk through a countdown."""

    def __init__(self, number):
        self.number = number

    def __iter__(self):
        return self

    def __next__(self):
        if self.number < 1:
            raise StopIteration
        number = self.number
        self.number = number - 1
        return number


launch = Countdown(3)
print(list(launch))
print(list(launch))
