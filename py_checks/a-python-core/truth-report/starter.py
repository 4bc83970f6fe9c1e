def truth_report(values):
    """Return one aligned line "value -> True/False" for each value."""
    ...


for line in truth_report([0, "no", []]) or []:
    print(line)
