# fails test_slower_than: 500 is not more than 500
from collections import Counter


def parse(lines):
    for line in lines:
        match line.split():
            case [time, method, path, ms] if ms.isdecimal():
                yield {"time": time, "method": method, "path": path, "ms": int(ms)}


def slower_than(limit, records):
    for record in records:
        if record["ms"] >= limit:
            yield record


def worst_paths(lines, limit, n):
    slow = slower_than(limit, parse(lines))
    return Counter(record["path"] for record in slow).most_common(n)
