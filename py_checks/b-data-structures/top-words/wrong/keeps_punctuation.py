# fails test_punctuation: strip works on both ends only
from collections import Counter


def top_words(path, n=10):
    with open(path, encoding="utf-8") as log:
        return Counter(log.read().lower().split()).most_common(n)
