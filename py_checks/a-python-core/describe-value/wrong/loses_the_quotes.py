# fails test_number_and_text: repr(value) keeps the quotes
def describe(value):
    return f"{value}: {type(value).__name__}"
