from collections import Counter, defaultdict, deque


def login_report(lines):
    """Return addresses, failures, users and the last lines of a stream of logins."""
    addresses = set()
    failures = Counter()
    users = defaultdict(list)
    last = deque(maxlen=3)
    for line in lines:
        result, user, address = line.split()
        addresses.add(address)
        if result == "failed":
            failures[user] += 1
        if user not in users[address]:
            users[address].append(user)
        last.append(line)
    return {
        "addresses": addresses,
        "failures": dict(failures),
        "users": dict(users),
        "last": list(last),
    }


print(login_report(["ok ann 10.0.0.4", "failed bob 10.0.0.4", "failed bob 10.0.0.9"]))
