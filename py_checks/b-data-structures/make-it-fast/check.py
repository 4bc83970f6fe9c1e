"""Checks of unique."""


def test_each_line_once(submission):
    """Each line comes back once."""
    submission.expect("unique", ["a", "b", "a", "c", "b"]).returns(["a", "b", "c"])
    submission.expect("unique", []).returns([])
    submission.expect("unique", ["", "x", ""]).returns(["", "x"])


def test_order_of_first_appearance(submission):
    """The order is that of first appearance."""
    submission.expect("unique", ["zulu", "mike", "zulu", "alpha", "mike", "kilo"]).returns(
        ["zulu", "mike", "alpha", "kilo"],
        hint="A set has no order, and nothing is to be sorted. Keep the order in a list or in a dict.",
    )


def test_far_apart(submission):
    """Duplicates may stand far apart."""
    submission.expect("unique", ["a", "b", "c", "d", "a", "d", "b"]).returns(
        ["a", "b", "c", "d"], hint="A look at the line before is not enough."
    )


def test_input_stays(submission):
    """A new list comes back, and the old one is not changed."""
    lines = ["a", "b", "a"]
    got = submission.get("unique")(lines)

    assert lines == ["a", "b", "a"], f"After the call the list was {lines!r}."
    assert isinstance(got, list), f"You returned a {type(got).__name__}. Expected: a list."


def test_many_lines(submission):
    """20,000 different lines are done in time."""
    lines = [f"/srv/archive/2026/host-{number:06}.log" for number in range(20_000)]
    got = submission.get("unique")(lines + lines[:100])

    assert got == lines, "Of 20,000 different lines, some were lost or changed their place."
