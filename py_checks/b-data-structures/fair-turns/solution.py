from collections import deque


def fair_turns(waiting):
    """Return all jobs in the order in which they are done, one from each user in turn."""
    turns = deque((user, deque(jobs)) for user, jobs in waiting.items())
    done = []
    while turns:
        user, jobs = turns.popleft()
        if jobs:
            done.append(jobs.popleft())
            turns.append((user, jobs))
    return done


print(fair_turns({"ann": ["a1", "a2", "a3"], "bob": ["b1"], "eve": ["e1", "e2"]}))
