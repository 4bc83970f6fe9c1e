# fails test_by_priority: Expected the names from -1 up to 5
def schedule(jobs):
    return [name for priority, name in sorted(jobs, key=lambda job: -job[0])]
