# fails test_no_final_newline: ('last', 2)
import string
from collections import Counter


def top_words(path, n=10):
    counts = Counter()
    with open(path, encoding="utf-8") as log:
        for line in log:
            for word in line[:-1].lower().split():
                word = word.strip(string.punctuation)
                if word:
                    counts[word] += 1
    return counts.most_common(n)
