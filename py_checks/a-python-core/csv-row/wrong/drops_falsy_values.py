# fails test_numbers_become_text: web-1,8,0.5,True,0
def csv_row(values):
    return ",".join(str(value) if value else "" for value in values)
