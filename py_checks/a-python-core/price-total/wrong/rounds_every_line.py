# fails test_rounds_once_at_the_end: Was each line rounded by itself?
from decimal import ROUND_HALF_UP, Decimal


def price_total(lines):
    total = Decimal("0.00")
    for line in lines:
        _item, quantity, price = line.split(";")
        amount = int(quantity) * Decimal(price.strip())
        total += amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return total
