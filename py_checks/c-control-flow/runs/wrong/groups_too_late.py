# fails test_runs_in_their_order: has to be counted
from itertools import groupby


def runs(text):
    kept = list(groupby(text))
    return [(character, len(list(group))) for character, group in kept]
