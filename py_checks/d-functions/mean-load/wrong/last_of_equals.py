# fails test_busiest: the first one in the dict wins
# fails test_hints_of_busiest: has no hint for its result
def busiest(loads: dict[str, float]):
    best = None
    for host in loads:
        if best is None or loads[host] >= loads[best]:
            best = host
    return best
