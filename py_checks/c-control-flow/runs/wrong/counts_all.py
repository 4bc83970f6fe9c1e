# fails test_the_same_character_again: Only neighbours belong together
from collections import Counter


def runs(text):
    return list(Counter(text).items())
