# fails test_each_check_has_its_limit: keeps the variable
LIMIT = 90


def make_tally():
    count = [0]

    def tally():
        count[0] += 1
        return count[0]

    return tally


def over_limit(percent, strict=False):
    return percent > (80 if strict else LIMIT)


def make_checks(limits):
    return [lambda value: value > limit for limit in limits]
