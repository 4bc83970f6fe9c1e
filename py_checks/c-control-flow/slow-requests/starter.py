LOG = """\
08:00:01 GET /login 1840
08:00:02 GET / 12
08:00:02 worker restarted
08:00:05 POST /login 2100
08:00:09 GET /report 950
"""


def parse(lines):
    """Yield a dict for each good line."""
    ...


def slower_than(limit, records):
    """Yield the records that took more than limit milliseconds."""
    ...


def worst_paths(lines, limit, n):
    """Return the n paths with the most slow requests, with their counts."""
    ...


print(worst_paths(LOG.splitlines(), 500, 2))  # should be [('/login', 2), ('/report', 1)]
