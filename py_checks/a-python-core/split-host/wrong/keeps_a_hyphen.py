# fails test_role_of_three_letters: The stop of a slice is left out
def split_host(name):
    return name[:3], name[4:-2], name[-2:]
