# fails test_null_gives_no_hosts: Which line runs before the test for None?
import json


def load_hosts(text):
    hosts = json.loads(text)
    count = len(hosts)
    if hosts is None or count == 0:
        return []
    return [name.strip() for name in hosts]
