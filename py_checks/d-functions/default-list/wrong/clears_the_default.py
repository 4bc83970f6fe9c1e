# fails test_earlier_result_stays: that same list was
def enqueue(job, queue=[]):
    if queue is enqueue.__defaults__[0]:
        queue.clear()
    queue.append(job)
    return queue


def count_event(name, counts=None):
    if counts is None:
        counts = {}
    counts[name] = counts.get(name, 0) + 1
    return counts
