# fails test_input_stays: work on a list of your own
import heapq


def schedule(jobs):
    for place in range(len(jobs)):
        priority, name = jobs[place]
        jobs[place] = (priority, place, name)
    heapq.heapify(jobs)
    return [heapq.heappop(jobs)[2] for _ in range(len(jobs))]
