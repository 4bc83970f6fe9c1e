"""Checks of runs."""


def test_runs_in_their_order(submission):
    """Each run comes in its order, with its length."""
    submission.expect("runs", "aaab").returns(
        [("a", 3), ("b", 1)],
        hint="The second part is a number. A group of groupby has to be counted.",
    )
    submission.expect("runs", "xx..").returns(
        [("x", 2), (".", 2)], hint="The runs stay in the order of the text: nothing is sorted."
    )


def test_the_same_character_again(submission):
    """A character that comes back begins a new run."""
    submission.expect("runs", "...xx.").returns(
        [(".", 3), ("x", 2), (".", 1)],
        hint="Only neighbours belong together. Here the order of the text must stay.",
    )
    submission.expect("runs", "abab").returns([("a", 1), ("b", 1), ("a", 1), ("b", 1)])


def test_last_run(submission):
    """The last run is not lost."""
    hint = "Is the last run noted as well, when the text has ended?"
    submission.expect("runs", "abb").returns([("a", 1), ("b", 2)], hint=hint)
    submission.expect("runs", "z").returns([("z", 1)], hint=hint)


def test_empty_text(submission):
    """An empty text has no runs."""
    submission.expect("runs", "").returns([])


def test_other_characters(submission):
    """Capitals, spaces and signs are characters like others."""
    submission.expect("runs", "Aaa  ..").returns([("A", 1), ("a", 2), (" ", 2), (".", 2)])


def test_long_run(submission):
    """Long runs are counted in full."""
    submission.expect("runs", "." * 1440).returns([(".", 1440)])
