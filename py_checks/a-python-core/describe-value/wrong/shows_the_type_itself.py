# fails test_number_and_text: 8080: <class 'int'>
def describe(value):
    return f"{value!r}: {type(value)}"
