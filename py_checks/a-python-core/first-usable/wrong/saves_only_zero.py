# fails test_empty_list_is_a_setting: It was given
def first_usable(*candidates):
    for candidate in candidates:
        if candidate or candidate == 0:
            return candidate
    return None
