import heapq


def schedule(jobs):
    """Return the names of the jobs by priority, then by arrival."""
    heap = []
    for priority, name in jobs:
        heapq.heappush(heap, (priority, name))
    ...


print(schedule([(2, "rotate logs"), (1, "restart web-01"), (1, "restart db-01")]))
