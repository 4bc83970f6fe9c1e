# fails test_runs_in_their_order: nothing is sorted
# fails test_the_same_character_again: the order of the text must stay
from itertools import groupby


def runs(text):
    return [(character, len(list(group))) for character, group in groupby(sorted(text))]
