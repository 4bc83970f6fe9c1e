# fails test_more_than_there_are: fewer lines than that
def last_lines(lines, count):
    return lines[len(lines) - count :]


def newest_first(lines):
    return lines[::-1]
