# fails test_number_and_text: Hand the answer back with return
def describe(value):
    print(f"{value!r}: {type(value).__name__}")
