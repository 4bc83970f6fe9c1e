# fails test_last_three: The last lines were []
from collections import Counter, defaultdict


def login_report(lines):
    failures, users = Counter(), defaultdict(dict)
    for line in lines:
        result, user, address = line.split()
        users[address][user] = True
        if result == "failed":
            failures[user] += 1
    return {
        "addresses": set(users),
        "failures": dict(failures),
        "users": {address: list(names) for address, names in users.items()},
        "last": list(lines)[-3:],
    }
