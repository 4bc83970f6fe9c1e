# fails test_strings_keep_their_quotes: repr() keeps the quotes
def truth_report(values):
    width = max((len(str(value)) for value in values), default=0)
    return [f"{value!s:<{width}} -> {bool(value)}" for value in values]
