# fails test_counts_down: down to 1, both included
# fails test_nothing_to_count: Expected nothing at all
def countdown(n):
    while n >= 0:
        yield n
        n -= 1
