def truth_report(values):
    """Return one aligned line "value -> True/False" for each value."""
    width = max([len(repr(value)) for value in values], default=0)
    return [f"{value!r:<{width}} -> {bool(value)}" for value in values]


for line in truth_report([0, "no", []]):
    print(line)
