# fails test_no_lines_wanted: -0 is 0
def last_lines(lines, count):
    return lines[-count:]


def newest_first(lines):
    return lines[::-1]
