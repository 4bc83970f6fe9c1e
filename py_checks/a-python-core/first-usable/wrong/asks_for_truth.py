# fails test_zero_is_a_setting: 0 is falsy, but it was given
# fails test_false_is_a_setting: that is an answer, not a gap
def first_usable(*candidates):
    for candidate in candidates:
        if candidate:
            return candidate
    return None
