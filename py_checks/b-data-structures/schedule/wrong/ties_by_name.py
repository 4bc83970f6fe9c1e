# fails test_ties_by_arrival: what stands next in the tuple
import heapq


def schedule(jobs):
    heap = []
    for priority, name in jobs:
        heapq.heappush(heap, (priority, name))
    return [heapq.heappop(heap)[1] for _ in range(len(heap))]
