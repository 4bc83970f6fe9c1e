# fails test_nobody: max has a parameter for this
def by_urgency(servers):
    return sorted(servers, key=lambda one: (one["site"], -one["load"], one["name"]))


def busiest(servers):
    return max(servers, key=lambda one: one["load"])
