# fails test_number_and_text: return
def describe(value):
    print(f"{value!r}: {type(value).__name__}")
