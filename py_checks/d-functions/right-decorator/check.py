"""Checks of Volume and price_of."""


def attempt(what, function):
    """Call something, and say in words when it raises a TypeError."""
    try:
        return function()
    except TypeError as problem:
        raise AssertionError(f"{what} raised TypeError: {problem}") from None


def test_size_is_read(submission):
    """size_mb is read like an attribute, and follows the size."""
    volume = submission.get("Volume")("data", 20)
    got = volume.size_mb
    assert got == 20480, (
        f"Volume('data', 20).size_mb gave {got!r}, expected 20480. "
        "Without a decorator it is the method itself."
    )
    volume.size_gb = 2
    assert volume.size_mb == 2048, (
        f"After volume.size_gb = 2, size_mb is {volume.size_mb!r}, expected 2048."
    )


def test_from_line(submission):
    """from_line makes a volume."""
    cls = submission.get("Volume")
    volume = attempt("Volume.from_line('logs 5')", lambda: cls.from_line("logs 5"))
    got = (type(volume).__name__, volume.name, volume.size_gb)
    assert got == ("Volume", "logs", 5), f"Volume.from_line('logs 5') made {got!r}."


def test_from_line_of_a_derived_class(submission):
    """from_line of a derived class makes an object of that class."""

    class Encrypted(submission.get("Volume")):
        pass

    made = attempt("Encrypted.from_line('logs 5')", lambda: Encrypted.from_line("logs 5"))
    assert type(made) is Encrypted, (
        f"For class Encrypted(Volume), Encrypted.from_line('logs 5') made a {type(made).__name__}. "
        "A class method gets the class on which it was called."
    )


def test_is_name(submission):
    """is_name works on the class and on an object."""
    cls = submission.get("Volume")
    volume = cls("data", 20)
    for what, owner in [("Volume", cls), ("Volume('data', 20)", volume)]:
        for text, wanted in [("logs", True), ("Logs", False), ("my logs", False)]:
            call = f"{what}.is_name({text!r})"
            got = attempt(call, lambda owner=owner, text=text: owner.is_name(text))
            assert got is wanted, f"{call} gave {got!r}. Expected: {wanted}"


def test_price_is_remembered(submission):
    """price_of asks once for each kind."""
    price_of, asked = submission.get("price_of"), submission.get("ASKED")
    asked.clear()
    got = [price_of(kind) for kind in ("ssd", "disk", "ssd", "disk", "ssd")]
    assert got == [12, 3, 12, 3, 12], f"The prices were {got}. Expected: [12, 3, 12, 3, 12]"
    assert sorted(asked) == ["disk", "ssd"], (
        f"Five calls asked the price list for {asked}. Expected: once for each kind"
    )
