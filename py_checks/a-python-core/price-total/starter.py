from decimal import ROUND_HALF_UP, Decimal


def price_total(lines):
    """Return the total of lines "item;quantity;price", rounded half up to cents."""
    total = 0.0
    for line in lines:
        item, quantity, price = line.split(";")
        total += int(quantity) * float(price)
    return round(total, 2)


print(price_total(["cable;1;2.675"]))  # should be 2.68
