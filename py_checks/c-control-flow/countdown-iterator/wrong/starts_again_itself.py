# fails test_two_iterators: each has to remember for itself
# fails test_loop_inside_a_loop: Expected all four
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        self.number = self.start
        return self

    def __next__(self):
        if self.number < 1:
            raise StopIteration
        self.number -= 1
        return self.number + 1
