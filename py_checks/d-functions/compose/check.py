"""Checks of compose."""


def add_suffix(text):
    return text + ".example.org"


def double(number):
    return 2 * number


def add_one(number):
    return number + 1


def composed(submission, *functions):
    """The function that compose gives."""
    made = submission.get("compose")(*functions)
    names = ", ".join(function.__name__ for function in functions)
    assert callable(made), f"compose({names}) returned {made!r}. Expected: a function"
    return made


def test_two_functions(submission):
    """Two functions are called from left to right."""
    got = composed(submission, double, add_one)(5)
    assert got == 11, (
        f"compose(double, add_one)(5) gave {got!r}, expected 11: first 2 * 5, then 1 more. "
        "As in a pipe, the leftmost comes first."
    )


def test_many_functions(submission):
    """Any number of functions are called, each with the result before."""
    got = composed(submission, str.strip, str.lower, add_suffix, len)("  WEB-01 ")
    assert got == 18, (
        f"compose(str.strip, str.lower, add_suffix, len)('  WEB-01 ') gave {got!r}, expected 18."
    )
    got = composed(submission, add_one)(1)
    assert got == 2, f"compose(add_one)(1) gave {got!r}, expected 2."


def test_arguments_of_the_first(submission):
    """The first function may take any arguments."""

    def address(host, port=80, *, scheme="http"):
        return f"{scheme}://{host}:{port}"

    made = composed(submission, address, str.upper)
    try:
        got = made("web-01", 8443, scheme="https")
    except TypeError as problem:
        raise AssertionError(
            "The first function is called with two arguments by position and one by name. "
            f"That raised: {problem}"
        ) from None
    assert got == "HTTPS://WEB-01:8443", f"It gave {got!r}, expected 'HTTPS://WEB-01:8443'."


def test_used_twice(submission):
    """The new function can be called again and again."""
    made = composed(submission, double, add_one)
    got = [made(1), made(1), made(10)]
    assert got == [3, 3, 21], (
        f"Called with 1, 1 and 10, compose(double, add_one) gave {got}, expected [3, 3, 21]."
    )


def test_nothing_called_early(submission):
    """Nothing is called before the new function is."""
    called = []

    def note(value):
        called.append(value)
        return value

    made = composed(submission, note)
    assert called == [], "note was called when compose(note) was, before anybody called the result."
    made("web-01")
    assert called == ["web-01"], f"After one call, note had been called with {called!r}."


def test_no_functions(submission):
    """Without functions the argument comes back."""
    host = ["web-01"]
    got = composed(submission)(host)
    assert got is host, f"compose()(['web-01']) gave {got!r}. Expected: the very same object"
