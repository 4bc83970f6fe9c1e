from decimal import ROUND_HALF_UP, Decimal


def price_total(lines):
    """Return the total of lines "item;quantity;price", rounded half up to cents."""
    total = Decimal("0")
    for line in lines:
        _item, quantity, price = line.split(";")
        total += int(quantity) * Decimal(price.strip())
    return total.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


print(price_total(["cable;1;2.675"]))  # should be 2.68
