# fails test_all_letters_survive: Nothing needs to be encoded
def csv_row(values):
    parts = ["" if value is None else str(value) for value in values]
    return ",".join(parts).encode("ascii", "ignore").decode()
