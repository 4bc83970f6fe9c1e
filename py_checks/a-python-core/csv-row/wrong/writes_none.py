# fails test_none_is_an_empty_field: Nothing stands between
def csv_row(values):
    return ",".join(str(value) for value in values)
