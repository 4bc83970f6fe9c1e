# fails test_number_stays_text: loses the zero
def split_host(name):
    return name[:3], name[4:-3], int(name[-2:])
