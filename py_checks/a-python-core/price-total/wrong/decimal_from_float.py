# fails test_half_a_cent_rounds_up: Was the Decimal made from a float?
from decimal import ROUND_HALF_UP, Decimal


def price_total(lines):
    total = Decimal(0)
    for line in lines:
        _item, quantity, price = line.split(";")
        total += int(quantity) * Decimal(float(price))
    return total.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
