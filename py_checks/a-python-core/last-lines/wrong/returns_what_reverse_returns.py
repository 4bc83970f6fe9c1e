# fails test_newest_first: lines.reverse() returns None
def last_lines(lines, count):
    return lines[max(len(lines) - count, 0) :]


def newest_first(lines):
    return lines.copy().reverse()
