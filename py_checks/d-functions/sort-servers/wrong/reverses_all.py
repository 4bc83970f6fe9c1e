# fails test_sites_first: before one in lon
def by_urgency(servers):
    return sorted(servers, key=lambda one: (one["site"], one["load"], one["name"]), reverse=True)


def busiest(servers):
    return max(servers, key=lambda one: one["load"], default=None)
