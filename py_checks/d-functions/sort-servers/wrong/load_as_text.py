# fails test_highest_load_first: gave the order
def by_urgency(servers):
    ordered = sorted(servers, key=lambda one: one["name"])
    ordered.sort(key=lambda one: str(one["load"]), reverse=True)
    return sorted(ordered, key=lambda one: one["site"])


def busiest(servers):
    return max(servers, key=lambda one: one["load"], default=None)
