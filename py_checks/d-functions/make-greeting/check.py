"""Checks of make_greeting."""


def greeter(submission, salutation):
    """Give what make_greeting returns, after making sure that it is a function."""
    made = submission.get("make_greeting")(salutation)
    assert callable(made), (
        f"make_greeting({salutation!r}) returned {made!r}. Expected: a function that takes a name"
    )
    return made


def test_greets(submission):
    """The function that comes back returns the greeting."""
    for salutation, name, wanted in [
        ("Good morning", "Ada", "Good morning, Ada!"),
        ("Ahoj", "Jiří", "Ahoj, Jiří!"),
    ]:
        got = greeter(submission, salutation)(name)
        assert got == wanted, (
            f"make_greeting({salutation!r})({name!r}) returned {got!r}. Expected: {wanted!r}. "
            "The inner function has to return the text; printing it is not enough."
        )


def test_independent(submission):
    """Two greeting functions don't disturb each other."""
    morning = greeter(submission, "Good morning")
    evening = greeter(submission, "Good evening")
    got = [morning("Ada"), evening("Ada"), morning("Lin")]
    assert got == ["Good morning, Ada!", "Good evening, Ada!", "Good morning, Lin!"], (
        f"One function was made for mornings, then one for evenings. They gave {got}. "
        "Each must keep the salutation that it was made with."
    )
