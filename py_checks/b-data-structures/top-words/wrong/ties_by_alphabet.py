# fails test_ties: keeps that order
import string
from collections import Counter


def top_words(path, n=10):
    with open(path, encoding="utf-8") as log:
        words = [word.strip(string.punctuation) for word in log.read().lower().split()]
    counts = Counter(word for word in words if word)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:n]
