# fails test_input_stays: Expected: a list
def unique(lines):
    return dict.fromkeys(lines).keys()
