# fails test_users: as a list
from collections import Counter, defaultdict, deque


def login_report(lines):
    failures, users, last = Counter(), defaultdict(set), deque(maxlen=3)
    for line in lines:
        result, user, address = line.split()
        users[address].add(user)
        if result == "failed":
            failures[user] += 1
        last.append(line)
    return {
        "addresses": set(users),
        "failures": dict(failures),
        "users": dict(users),
        "last": list(last),
    }
