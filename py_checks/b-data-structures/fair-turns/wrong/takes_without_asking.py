# fails test_no_jobs: Ask first
from collections import deque


def fair_turns(waiting):
    turns = deque(deque(jobs) for jobs in waiting.values())
    done = []
    while turns:
        jobs = turns.popleft()
        done.append(jobs.popleft())
        if jobs:
            turns.append(jobs)
    return done
