def truth_report(values):
    """Return one aligned line "value -> True/False" for each value."""
    texts = [repr(value) for value in values]
    width = max((len(text) for text in texts), default=0)
    return [f"{text:<{width}} -> {bool(value)}" for text, value in zip(texts, values, strict=True)]


for line in truth_report([0, "no", []]):
    print(line)
