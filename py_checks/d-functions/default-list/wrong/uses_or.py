# fails test_empty_ones_are_the_callers: Empty is falsy
def enqueue(job, queue=None):
    queue = queue or []
    queue.append(job)
    return queue


def count_event(name, counts=None):
    counts = counts or {}
    counts[name] = counts.get(name, 0) + 1
    return counts
