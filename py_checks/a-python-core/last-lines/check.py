"""Checks of last_lines and newest_first."""

LINES = ["start", "load 3", "disk full", "stop"]


def test_last_lines(submission):
    """The last lines come back in their order."""
    hint = (
        "A negative start counts from the end. Without a stop, the slice goes on to the last item."
    )
    submission.expect("last_lines", LINES[:], 1).returns(["stop"], hint=hint)
    submission.expect("last_lines", LINES[:], 3).returns(["load 3", "disk full", "stop"], hint=hint)


def test_no_lines_wanted(submission):
    """The last 0 lines are an empty list."""
    submission.expect("last_lines", LINES[:], 0).returns(
        [], hint="-0 is 0, and lines[0:] is the whole list. Count the start from the front instead."
    )


def test_more_than_there_are(submission):
    """If more lines are wanted than there are, all come back, each once."""
    hint = "There are fewer lines than that. A start in front of the list has to become 0."
    submission.expect("last_lines", ["start", "load 3", "stop"], 5).returns(
        ["start", "load 3", "stop"], hint=hint
    )
    submission.expect("last_lines", [], 5).returns([], hint=hint)


def test_newest_first(submission):
    """newest_first turns the order around."""
    submission.expect("newest_first", LINES[:]).returns(
        ["stop", "disk full", "load 3", "start"],
        hint="lines.reverse() returns None. A slice with step -1 gives a new list.",
    )
    submission.expect("newest_first", []).returns([])


def test_list_stays_as_it_was(submission):
    """The list that was passed in is not changed, and the results are lists of their own."""
    lines = LINES[:]
    for name, arguments in [("last_lines", (lines, 10)), ("newest_first", (lines,))]:
        result = submission.get(name)(*arguments)
        assert lines == LINES, f"After {name} the list of the caller was {lines!r}."
        assert result is not lines, f"{name} returned the caller's own list, not a new one."
