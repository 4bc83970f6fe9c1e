# fails test_still_works: NameError
def load_hosts(text):
    hosts = json.loads(text)
    if hosts is None:
        return []
    return [name.strip() for name in hosts]
