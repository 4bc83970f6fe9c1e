# fails test_lower_case: lower() makes them equal
import string
from collections import Counter


def top_words(path, n=10):
    with open(path, encoding="utf-8") as log:
        words = [word.strip(string.punctuation) for word in log.read().split()]
    return Counter(word for word in words if word).most_common(n)
