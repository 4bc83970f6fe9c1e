# fails test_equal_jobs: No job may be lost
def schedule(jobs):
    by_priority = {priority: name for priority, name in jobs}
    return [by_priority[priority] for priority in sorted(by_priority)]
