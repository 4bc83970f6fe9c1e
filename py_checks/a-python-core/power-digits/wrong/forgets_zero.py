# fails test_zero_and_one: 0 is written with one digit
def power_digits(base, exp):
    number = abs(base**exp)
    digits = 0
    while number > 0:
        number //= 10
        digits += 1
    return digits
