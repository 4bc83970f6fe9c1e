# fails test_runs_in_their_order: has to be counted
from itertools import groupby


def runs(text):
    return [(character, len(group)) for character, group in groupby(text)]
