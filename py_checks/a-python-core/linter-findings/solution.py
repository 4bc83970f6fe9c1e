import json


def load_hosts(text):
    """Return the host names of a JSON list, without spaces around them."""
    hosts = json.loads(text)
    if hosts is None:
        return []
    return [name.strip() for name in hosts]


print(load_hosts('["web-01 ", "db-01"]'))
