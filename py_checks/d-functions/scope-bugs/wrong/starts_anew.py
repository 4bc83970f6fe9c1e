# fails test_tally_counts: Expected: [1, 2, 3]
LIMIT = 90


def make_tally():
    def tally():
        count = 0
        count += 1
        return count

    return tally


def over_limit(percent, strict=False):
    return percent > (80 if strict else LIMIT)


def make_checks(limits):
    return [lambda value, limit=limit: value > limit for limit in limits]
