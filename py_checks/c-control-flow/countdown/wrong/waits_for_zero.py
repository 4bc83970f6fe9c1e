# fails test_nothing_to_count: countdown(-1) begins with
def countdown(n):
    while n != 0:
        yield n
        n -= 1
