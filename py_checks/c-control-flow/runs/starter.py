from itertools import groupby


def runs(text):
    """Return (character, length) for each run of equal characters."""
    return [(character, group) for character, group in groupby(sorted(text))]


print(runs("...xx."))
