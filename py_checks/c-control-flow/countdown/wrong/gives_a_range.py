# fails test_is_a_generator: of type range
def countdown(n):
    return range(n, 0, -1)
