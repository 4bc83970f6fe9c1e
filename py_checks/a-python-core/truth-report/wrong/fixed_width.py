# fails test_width_follows_the_longest: Work out the width
def truth_report(values):
    return [f"{value!r:<4} -> {bool(value)}" for value in values]
