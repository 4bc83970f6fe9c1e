# fails test_every_kind_of_number: 2 == True is False
def truth_report(values):
    width = max((len(repr(value)) for value in values), default=0)
    return [f"{value!r:<{width}} -> {value == True}" for value in values]  # noqa: E712
