# fails test_list_stays_as_it_was: After newest_first
def last_lines(lines, count):
    return lines[max(len(lines) - count, 0) :]


def newest_first(lines):
    lines.reverse()
    return lines
