from itertools import groupby


def runs(text):
    """Return (character, length) for each run of equal characters."""
    return [(character, sum(1 for _ in group)) for character, group in groupby(text)]


print(runs("...xx."))
