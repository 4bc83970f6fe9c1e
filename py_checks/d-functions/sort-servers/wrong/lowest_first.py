# fails test_highest_load_first: Expected: ['b', 'a', 'c']
def by_urgency(servers):
    return sorted(servers, key=lambda one: (one["site"], one["load"], one["name"]))


def busiest(servers):
    return max(servers, key=lambda one: one["load"], default=None)
