# fails test_more_than_4300_digits: refuses to turn a number of more than 4,300 digits into text
def power_digits(base, exp):
    return len(str(abs(base**exp)))
