# fails test_half_a_cent_rounds_up_also_to_odd: even neighbour
from decimal import Decimal


def price_total(lines):
    total = Decimal(0)
    for line in lines:
        _item, quantity, price = line.split(";")
        total += int(quantity) * Decimal(price.strip())
    return total.quantize(Decimal("0.01"))
