# fails test_list_is_left_alone: sorted() makes a new one
def by_urgency(servers):
    servers.sort(key=lambda one: (one["site"], -one["load"], one["name"]))
    return servers


def busiest(servers):
    return max(servers, key=lambda one: one["load"], default=None)
