# fails test_walk_it_twice: Each iter() must give a fresh iterator
# fails test_two_iterators: remember for itself
class Countdown:
    def __init__(self, start):
        self.number = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.number < 1:
            raise StopIteration
        self.number -= 1
        return self.number + 1
