# fails test_numbers_become_text: join takes text only
def csv_row(values):
    return ",".join(values)
