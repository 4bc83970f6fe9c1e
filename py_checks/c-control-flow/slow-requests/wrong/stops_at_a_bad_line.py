# fails test_parse_passes_over_bad_lines: parse yields []
from collections import Counter


def parse(lines):
    for line in lines:
        words = line.split()
        if len(words) != 4 or not words[3].isdecimal():
            break
        time, method, path, ms = words
        yield {"time": time, "method": method, "path": path, "ms": int(ms)}


def slower_than(limit, records):
    for record in records:
        if record["ms"] > limit:
            yield record


def worst_paths(lines, limit, n):
    slow = slower_than(limit, parse(lines))
    return Counter(record["path"] for record in slow).most_common(n)
