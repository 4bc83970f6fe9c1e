# fails test_number_stays_text: would lose the zero
def split_host(name):
    return name[:3], name[4:-3], int(name[-2:])
