def enqueue(job, queue=None):
    """Append a job to a queue, a new one if none is given, and return the queue."""
    if queue is None:
        queue = []
    queue.append(job)
    return queue


def count_event(name, counts=None):
    """Add 1 for a name in counts, a new dict if none is given, and return counts."""
    if counts is None:
        counts = {}
    counts[name] = counts.get(name, 0) + 1
    return counts


print(enqueue("backup"))
print(enqueue("rotate"))  # should be ['rotate']
