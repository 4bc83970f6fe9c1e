# fails test_new_counts_each_time: A dict as a default is shared
def enqueue(job, queue=None):
    if queue is None:
        queue = []
    queue.append(job)
    return queue


def count_event(name, counts={}):
    counts[name] = counts.get(name, 0) + 1
    return counts
