def power_digits(base, exp):
    """Return how many decimal digits base ** exp has."""
    number = abs(base**exp)
    digits = 1
    while number >= 10:
        number //= 10
        digits += 1
    return digits


print(power_digits(2, 10))  # 1024 has 4 digits
