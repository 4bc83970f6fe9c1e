# fails test_is_lazy: Yield each one as it is made
def countdown(n):
    numbers = [number for number in range(1, n + 1)]
    numbers.reverse()
    for number in numbers:
        yield number
