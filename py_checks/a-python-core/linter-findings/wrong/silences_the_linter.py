# fails test_not_silenced: tells the linter to look away
# fails test_none_is_tested_with_is: Write is or is not
import json


def load_hosts(text):
    hosts = json.loads(text)
    if hosts == None:  # noqa: E711
        return []
    return [name.strip() for name in hosts]
