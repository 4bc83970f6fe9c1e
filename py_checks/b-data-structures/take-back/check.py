"""Checks of after_undo."""


def test_steps_stay_in_order(submission):
    """Without an undo all steps stay, in their order."""
    submission.expect("after_undo", ["stop", "copy", "start"]).returns(["stop", "copy", "start"])
    submission.expect("after_undo", []).returns([])


def test_undo_takes_the_last_back(submission):
    """undo takes back the last step that is still done."""
    hint = "pop() takes from the end, where append has put it."
    submission.expect("after_undo", ["mount", "format", "undo"]).returns(["mount"], hint=hint)
    submission.expect("after_undo", ["a", "b", "undo", "c", "undo", "d"]).returns(
        ["a", "d"], hint=hint
    )


def test_several_undos(submission):
    """Several undos take back several steps."""
    submission.expect("after_undo", ["a", "b", "c", "undo", "undo", "d"]).returns(
        ["a", "d"],
        hint="The second undo takes back the step before. It does not bring the first one again.",
    )


def test_nothing_to_take_back(submission):
    """An undo with nothing to take back does nothing."""
    hint = "pop() on an empty list is an IndexError. Ask first whether something is there."
    submission.expect("after_undo", ["undo"]).returns([], hint=hint)
    submission.expect("after_undo", ["a", "undo", "undo", "b"]).returns(["b"], hint=hint)


def test_input_stays(submission):
    """The list that was passed in is not changed, and a new one comes back."""
    actions = ["stop", "copy", "undo"]
    got = submission.get("after_undo")(actions)

    assert actions == ["stop", "copy", "undo"], (
        f"After the call the list of actions was {actions!r}. Collect into a list of your own."
    )
    assert got is not actions, "The function gave back the very list that was passed in."
