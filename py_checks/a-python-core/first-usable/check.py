"""Checks of first_usable."""


def test_first_one_wins(submission):
    """The first candidate that was given wins."""
    submission.expect("first_usable", 80, 8080).returns(80)
    submission.expect("first_usable", "web", None, "db").returns("web")


def test_skips_none_and_empty_text(submission):
    """None and "" are skipped wherever they stand."""
    hint = "None and the empty string both mean: not given."
    submission.expect("first_usable", None, "", 8080).returns(8080, hint=hint)
    submission.expect("first_usable", "", None, "db").returns("db", hint=hint)


def test_zero_is_a_setting(submission):
    """0 is a setting and is kept."""
    submission.expect("first_usable", None, 0, 8080).returns(
        0, hint="0 is falsy, but it was given. Ask for None and the empty string by name."
    )


def test_false_is_a_setting(submission):
    """False is a setting and is kept."""
    outcome = submission.get("first_usable")("", False, True)
    assert outcome is False, (
        f'first_usable("", False, True) returned {outcome!r}. '
        "Somebody set the switch to False: that is an answer, not a gap."
    )


def test_empty_list_is_a_setting(submission):
    """An empty list is a setting and is kept."""
    submission.expect("first_usable", None, [], ["web"]).returns(
        [], hint="An empty list says: none of them. It was given."
    )


def test_nothing_given(submission):
    """If nothing was given the answer is None."""
    hint = "Nothing usable is left, so the answer is None."
    submission.expect("first_usable").returns(None, hint=hint)
    submission.expect("first_usable", None, "").returns(None, hint=hint)
