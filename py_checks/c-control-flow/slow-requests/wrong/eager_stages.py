# fails test_stages_are_lazy: before anybody had asked
from collections import Counter


def parse(lines):
    records = []
    for line in lines:
        match line.split():
            case [time, method, path, ms] if ms.isdecimal():
                records.append({"time": time, "method": method, "path": path, "ms": int(ms)})
    return records


def slower_than(limit, records):
    return [record for record in records if record["ms"] > limit]


def worst_paths(lines, limit, n):
    slow = slower_than(limit, parse(lines))
    return Counter(record["path"] for record in slow).most_common(n)
