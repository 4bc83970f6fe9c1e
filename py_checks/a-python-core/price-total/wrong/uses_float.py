# fails test_half_a_cent_rounds_up: Money wants a Decimal
def price_total(lines):
    total = 0.0
    for line in lines:
        _item, quantity, price = line.split(";")
        total += int(quantity) * float(price)
    return round(total, 2)
