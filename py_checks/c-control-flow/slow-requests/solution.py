from collections import Counter

LOG = """\
08:00:01 GET /login 1840
08:00:02 GET / 12
08:00:02 worker restarted
08:00:05 POST /login 2100
08:00:09 GET /report 950
"""


def parse(lines):
    """Yield a dict for each good line."""
    for line in lines:
        match line.split():
            case [time, method, path, ms] if ms.isdecimal():
                yield {"time": time, "method": method, "path": path, "ms": int(ms)}


def slower_than(limit, records):
    """Yield the records that took more than limit milliseconds."""
    for record in records:
        if record["ms"] > limit:
            yield record


def worst_paths(lines, limit, n):
    """Return the n paths with the most slow requests, with their counts."""
    slow = slower_than(limit, parse(lines))
    return Counter(record["path"] for record in slow).most_common(n)


print(worst_paths(LOG.splitlines(), 500, 2))  # should be [('/login', 2), ('/report', 1)]
