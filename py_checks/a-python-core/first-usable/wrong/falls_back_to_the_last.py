# fails test_nothing_given: the answer is None
def first_usable(*candidates):
    for candidate in candidates:
        if candidate is not None and candidate != "":
            return candidate
    return candidates[-1]
