import string
from collections import Counter


def top_words(path, n=10):
    """Return the n most common words of a file as pairs of word and count."""
    counts = Counter()
    with open(path, encoding="utf-8") as log:
        for line in log:
            words = [word.strip(string.punctuation) for word in line.lower().split()]
            counts.update(word for word in words if word)
    return counts.most_common(n)


print(top_words("syslog", 3))
