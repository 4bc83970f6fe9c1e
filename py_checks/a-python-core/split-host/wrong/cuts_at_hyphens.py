# fails test_hyphens_in_the_role: the role falls apart
def split_host(name):
    parts = name.split("-")
    return parts[0], parts[1], parts[-1]
