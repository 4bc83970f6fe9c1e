# fails test_tallies_are_independent: a count of its own
# fails test_limit_stays: the strict call changed LIMIT
# fails test_without_global: has a global statement
LIMIT = 90
count = 0


def make_tally():
    def tally():
        global count
        count += 1
        return count

    return tally


def over_limit(percent, strict=False):
    global LIMIT
    if strict:
        LIMIT = 80
    return percent > LIMIT


def make_checks(limits):
    return [lambda value, limit=limit: value > limit for limit in limits]
