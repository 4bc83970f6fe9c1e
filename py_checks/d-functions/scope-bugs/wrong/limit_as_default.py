# fails test_limit_is_read: not when it is defined
LIMIT = 90


def make_tally():
    count = 0

    def tally():
        nonlocal count
        count += 1
        return count

    return tally


def over_limit(percent, strict=False, limit=LIMIT):
    if strict:
        limit = 80
    return percent > limit


def make_checks(limits):
    return [lambda value, limit=limit: value > limit for limit in limits]
