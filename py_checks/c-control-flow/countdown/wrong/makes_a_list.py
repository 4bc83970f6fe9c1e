# fails test_is_a_generator: of type list
# fails test_is_lazy: made in advance
def countdown(n):
    return list(range(n, 0, -1))
