# fails test_plain_dicts: Hand on a plain dict
from collections import Counter, defaultdict, deque


def login_report(lines):
    failures, users, last = Counter(), defaultdict(list), deque(maxlen=3)
    for line in lines:
        result, user, address = line.split()
        if user not in users[address]:
            users[address].append(user)
        if result == "failed":
            failures[user] += 1
        last.append(line)
    return {"addresses": set(users), "failures": failures, "users": users, "last": list(last)}
