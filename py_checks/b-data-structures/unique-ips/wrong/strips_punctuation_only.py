# fails test_punctuation_around: The only line of that file is: [192.0.2.2]:443 open
# fails test_two_in_one_word: 192.0.2.1->192.0.2.9
import string


def unique_ips(path):
    found = set()
    with open(path, encoding="utf-8") as log:
        for word in log.read().split():
            word = word.strip(string.punctuation)
            parts = word.split(".")
            if len(parts) == 4 and all(p.isascii() and p.isdigit() and int(p) < 256 for p in parts):
                found.add(word)
    return found
