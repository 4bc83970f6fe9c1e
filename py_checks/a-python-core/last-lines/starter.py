def last_lines(lines, count):
    """Return the last lines, as tail -n does."""
    ...


def newest_first(lines):
    """Return the lines in the opposite order."""
    ...


log = ["09:00 start", "09:05 disk full", "09:06 stop"]
print(last_lines(log, 2))
print(newest_first(log))
