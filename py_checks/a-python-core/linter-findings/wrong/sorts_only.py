# fails test_imports: F401, imported and never used
import json
import os
import sys


def load_hosts(text):
    hosts = json.loads(text)
    if hosts is None:
        return []
    return [name.strip() for name in hosts]
