# fails test_by_priority: Expected the names from -1 up to 5
import heapq


def schedule(jobs):
    heap = []
    for number, (priority, name) in enumerate(jobs):
        heapq.heappush(heap, (priority, number, name))
    return [name for _priority, _number, name in heap]
