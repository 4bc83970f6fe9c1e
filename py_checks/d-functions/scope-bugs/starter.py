LIMIT = 90


def make_tally():
    """Return a function that counts its calls."""
    count = 0

    def tally():
        count += 1
        return count

    return tally


def over_limit(percent, strict=False):
    """Say whether a percentage is over LIMIT, or over 80 if strict."""
    if strict:
        LIMIT = 80
    return percent > LIMIT


def make_checks(limits):
    """Return a function for each limit that says whether a value is over it."""
    checks = []
    for limit in limits:
        checks.append(lambda value: value > limit)
    return checks


print([check(85) for check in make_checks([80, 90])])  # should be [True, False]
