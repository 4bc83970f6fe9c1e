# fails test_true_is_a_bool: type(True) gives the exact type
# fails test_types_that_nobody_listed: No list of types is ever complete
def describe(value):
    for kind in [int, float, str, list, dict, type(None), type]:
        if isinstance(value, kind):
            return f"{value!r}: {kind.__name__}"
    return f"{value!r}: object"
