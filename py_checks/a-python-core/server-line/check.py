"""Checks of server_line."""


def test_example_lines(submission):
    """The two lines of the task come out character by character."""
    submission.expect("server_line", "web-1", 0.5, 16384, True).returns(
        "web-1           0.50    16,384    up"
    )
    submission.expect("server_line", "db-primary", 12.25, 131072, False).returns(
        "db-primary     12.25   131,072  DOWN"
    )


def test_load_has_two_places(submission):
    """The load has two decimal places, rounded."""
    submission.expect("server_line", "web-1", 2, 512, True).returns(
        "web-1           2.00       512    up",
        hint="A precision with f, as in .2f, always shows two places.",
    )
    submission.expect("server_line", "web-1", 1.239, 512, True).returns(
        "web-1           1.24       512    up", hint="A precision with f, as in .2f, rounds."
    )


def test_memory_has_commas(submission):
    """Thousands of the memory are separated by commas."""
    submission.expect("server_line", "web-1", 0.5, 1048576, True).returns(
        "web-1           0.50 1,048,576    up",
        hint="A comma in the format specification separates thousands.",
    )


def test_long_names_are_cut(submission):
    """A name of more than 12 characters is cut, so that the columns still line up."""
    line = submission.get("server_line")("monitoring-collector", 0.5, 16384, True)

    assert isinstance(line, str), f"server_line returned {line!r}, not text."
    assert len(line) == 36, (
        f"With a long name the line has {len(line)} characters, expected 36. "
        "A width pads but does not cut. A precision cuts text: {name:<12.12}."
    )
    assert line.startswith("monitoring-c "), f"The line begins with {line[:14]!r}."


def test_any_true_value_is_up(submission):
    """The last column shows a word, decided by the truth of up."""
    hint = "Decide the word with a condition: up for true, DOWN for false."
    submission.expect("server_line", "web-1", 0.5, 16384, 1).returns(
        "web-1           0.50    16,384    up", hint=hint
    )
    submission.expect("server_line", "web-1", 0.5, 16384, 0).returns(
        "web-1           0.50    16,384  DOWN", hint=hint
    )
