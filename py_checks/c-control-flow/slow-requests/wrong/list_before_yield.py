# fails test_stages_are_lazy: One was enough
from collections import Counter


def parse(lines):
    for words in [line.split() for line in lines]:
        if len(words) == 4 and words[3].isdecimal():
            time, method, path, ms = words
            yield {"time": time, "method": method, "path": path, "ms": int(ms)}


def slower_than(limit, records):
    for record in records:
        if record["ms"] > limit:
            yield record


def worst_paths(lines, limit, n):
    slow = slower_than(limit, parse(lines))
    return Counter(record["path"] for record in slow).most_common(n)
