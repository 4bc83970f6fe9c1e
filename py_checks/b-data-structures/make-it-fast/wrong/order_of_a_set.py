# fails test_order_of_first_appearance: A set has no order
def unique(lines):
    return sorted(set(lines))
