def login_report(lines):
    """Return addresses, failures, users and the last lines of a stream of logins."""
    for line in lines:
        result, user, address = line.split()
        ...
    return {"addresses": ..., "failures": ..., "users": ..., "last": ...}


print(login_report(["ok ann 10.0.0.4", "failed bob 10.0.0.4", "failed bob 10.0.0.9"]))
