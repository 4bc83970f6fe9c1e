# fails test_input_stays: Take jobs off a deque of your own
def fair_turns(waiting):
    done = []
    while any(waiting.values()):
        for jobs in waiting.values():
            if jobs:
                done.append(jobs.pop(0))
    return done
