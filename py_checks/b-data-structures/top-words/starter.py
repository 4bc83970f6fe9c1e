import string
from collections import Counter


def top_words(path, n=10):
    """Return the n most common words of a file as pairs of word and count."""
    counts = Counter()
    with open(path, encoding="utf-8") as log:
        for line in log:
            ...
    return ...


print(top_words("syslog", 3))
