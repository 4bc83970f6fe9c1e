# fails test_counts_down: Expected from 3 down to 1
# fails test_keeps_the_agreement: must be at its end, and stay there
class Walk:
    def __init__(self, number):
        self.number = number

    def __iter__(self):
        return self

    def __next__(self):
        if self.number > 0:
            self.number -= 1
            return self.number + 1


class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Walk(self.start)
