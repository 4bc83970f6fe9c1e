import heapq


def schedule(jobs):
    """Return the names of the jobs by priority, then by arrival."""
    heap = []
    for number, (priority, name) in enumerate(jobs):
        heapq.heappush(heap, (priority, number, name))

    names = []
    while heap:
        _priority, _number, name = heapq.heappop(heap)
        names.append(name)
    return names


print(schedule([(2, "rotate logs"), (1, "restart web-01"), (1, "restart db-01")]))
