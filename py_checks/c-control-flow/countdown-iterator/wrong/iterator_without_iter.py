# fails test_keeps_the_agreement: Has it an __iter__ that returns self?
class Walk:
    def __init__(self, number):
        self.number = number

    def __next__(self):
        if self.number < 1:
            raise StopIteration
        self.number -= 1
        return self.number + 1


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Walk(self.start)
