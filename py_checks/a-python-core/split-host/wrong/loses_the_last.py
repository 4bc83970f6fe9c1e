# fails test_role_of_three_letters: counted from 0
def split_host(name):
    return name[:3], name[4:-3], name[-2:-1]
