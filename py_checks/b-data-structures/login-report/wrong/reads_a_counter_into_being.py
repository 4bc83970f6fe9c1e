# fails test_failures: kim had none
from collections import defaultdict, deque


def login_report(lines):
    failures, users, last = defaultdict(int), defaultdict(dict), deque(maxlen=3)
    for line in lines:
        result, user, address = line.split()
        users[address][user] = True
        failures[user] += result == "failed"
        last.append(line)
    return {
        "addresses": set(users),
        "failures": dict(failures),
        "users": {address: list(names) for address, names in users.items()},
        "last": list(last),
    }
