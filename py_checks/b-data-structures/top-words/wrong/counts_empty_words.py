# fails test_punctuation: nothing is left
import string
from collections import Counter


def top_words(path, n=10):
    with open(path, encoding="utf-8") as log:
        words = [word.strip(string.punctuation) for word in log.read().lower().split()]
    return Counter(words).most_common(n)
