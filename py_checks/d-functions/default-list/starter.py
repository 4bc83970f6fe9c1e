def enqueue(job, queue=[]):
    """Append a job to a queue, a new one if none is given, and return the queue."""
    queue.append(job)
    return queue


def count_event(name, counts={}):
    """Add 1 for a name in counts, a new dict if none is given, and return counts."""
    counts[name] = counts.get(name, 0) + 1
    return counts


print(enqueue("backup"))
print(enqueue("rotate"))  # should be ['rotate']
