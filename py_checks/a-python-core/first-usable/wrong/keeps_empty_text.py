# fails test_skips_none_and_empty_text: both mean: not given
def first_usable(*candidates):
    for candidate in candidates:
        if candidate is not None:
            return candidate
    return None
