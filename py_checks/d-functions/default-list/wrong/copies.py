# fails test_given_objects_grow: Was a copy made?
def enqueue(job, queue=()):
    return [*queue, job]


def count_event(name, counts=None):
    counts = dict(counts or {})
    counts[name] = counts.get(name, 0) + 1
    return counts
