def power_digits(base, exp):
    """Return how many decimal digits base ** exp has."""
    ...


print(power_digits(2, 10))  # 1024 has 4 digits
