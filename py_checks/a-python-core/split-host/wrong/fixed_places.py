# fails test_short_and_long_roles: Counted from the end
def split_host(name):
    return name[:3], name[4:7], name[8:]
