LIMIT = 90


def make_tally():
    """Return a function that counts its calls."""
    count = 0

    def tally():
        nonlocal count
        count += 1
        return count

    return tally


def over_limit(percent, strict=False):
    """Say whether a percentage is over LIMIT, or over 80 if strict."""
    limit = 80 if strict else LIMIT
    return percent > limit


def make_check(limit):
    """Return a function that says whether a value is over the limit."""
    return lambda value: value > limit


def make_checks(limits):
    """Return a function for each limit that says whether a value is over it."""
    return [make_check(limit) for limit in limits]


print([check(85) for check in make_checks([80, 90])])  # should be [True, False]
