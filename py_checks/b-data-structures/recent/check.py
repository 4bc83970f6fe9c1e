"""Checks of recent."""


def filled(submission, n, lines):
    """An object to which lines were added."""
    keeper = submission.get("recent")(n)
    for method in ("add", "items"):
        assert hasattr(keeper, method), f"recent({n}) returned {keeper!r}, which has no {method}."
    for line in lines:
        keeper.add(line)
    return keeper


def test_keeps_the_last(submission):
    """The last n lines are kept, the oldest first."""
    got = filled(submission, 3, ["a", "b", "c", "d", "e"]).items()
    assert isinstance(got, list), (
        f"items() returned {got!r}, a {type(got).__name__}. Expected: a list."
    )
    assert got == ["c", "d", "e"], (
        f"After adding a, b, c, d, e to recent(3), items() was {got!r}. "
        "Expected ['c', 'd', 'e']: the last three, the oldest of them first."
    )


def test_fewer_than_n(submission):
    """With fewer lines than n all are there."""
    got = filled(submission, 5, ["a", "b"]).items()
    assert got == ["a", "b"], f"After adding a and b to recent(5), items() was {got!r}."

    got = filled(submission, 5, []).items()
    assert got == [], f"Before anything was added, items() was {got!r}. Expected an empty list."


def test_equal_lines(submission):
    """Equal lines count each time."""
    got = filled(submission, 3, ["up", "up", "down", "up"]).items()
    assert got == ["up", "down", "up"], (
        f"After adding up, up, down, up to recent(3), items() was {got!r}."
    )


def test_independent_objects(submission):
    """Two objects know nothing of each other."""
    first = filled(submission, 2, ["a"])
    second = filled(submission, 2, ["b"])
    assert (first.items(), second.items()) == (["a"], ["b"]), (
        f"a went to one object and b to another; they gave {first.items()!r} and {second.items()!r}. "
        "Does each make a deque of its own, in __init__?"
    )


def test_list_is_a_copy(submission):
    """A change of the list that came back does no harm."""
    keeper = filled(submission, 2, ["a", "b"])
    keeper.items().clear()
    assert keeper.items() == ["a", "b"], (
        "The list that items() gave out was emptied, and then the object had lost its lines. "
        "Hand out a new list each time."
    )


def test_zero_lines(submission):
    """recent(0) keeps nothing."""
    got = filled(submission, 0, ["a", "b"]).items()
    assert got == [], (
        f"After adding a and b to recent(0), items() was {got!r}. Expected: []. (A slice [-0:] takes all.)"
    )
