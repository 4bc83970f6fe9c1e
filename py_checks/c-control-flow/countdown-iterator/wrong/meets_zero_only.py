# fails test_nothing_to_give: only when it is at exactly 0
class Walk:
    def __init__(self, number):
        self.number = number

    def __iter__(self):
        return self

    def __next__(self):
        if self.number == 0:
            raise StopIteration
        self.number -= 1
        return self.number + 1


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Walk(self.start)
