# fails test_last_lines: goes on to the last item
def last_lines(lines, count):
    return lines[-count:-1] if count else []


def newest_first(lines):
    return lines[::-1]
