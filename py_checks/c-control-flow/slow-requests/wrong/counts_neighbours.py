# fails test_worst_paths: Count slow requests only
from itertools import groupby


def parse(lines):
    for line in lines:
        match line.split():
            case [time, method, path, ms] if ms.isdecimal():
                yield {"time": time, "method": method, "path": path, "ms": int(ms)}


def slower_than(limit, records):
    for record in records:
        if record["ms"] > limit:
            yield record


def worst_paths(lines, limit, n):
    slow = slower_than(limit, parse(lines))
    counts = [(path, len(list(group))) for path, group in groupby(record["path"] for record in slow)]
    return sorted(counts, key=lambda pair: -pair[1])[:n]
