"""Checks of alias_demo and safe_copy."""


def both_names(submission):
    """Give what alias_demo returns, after making sure that it is a pair."""
    pair = submission.get("alias_demo")()
    is_pair = isinstance(pair, tuple | list) and len(pair) == 2
    assert is_pair and all(isinstance(one, list) for one in pair), (
        f"alias_demo() returned {pair!r}. Return two names of a list: return first, second"
    )
    return pair


def test_alias_is_one_list(submission):
    """alias_demo returns two names for the same list."""
    first, second = both_names(submission)

    assert first is second, (
        "The two names stand for two lists that only look alike: first is second gave False. "
        "Tie the second name to the first list with =."
    )


def test_change_shows_through_the_other_name(submission):
    """A change through one name shows through the other."""
    first, second = both_names(submission)
    first.append("cache")

    assert second[-1:] == ["cache"], (
        'After first.append("cache") the second name does not show "cache", '
        "so it stands for another list."
    )


def test_copy_is_equal(submission):
    """The copy holds the same rows in the same order."""
    submission.expect("safe_copy", [["web", 80], ["db", 5432]]).returns([["web", 80], ["db", 5432]])
    submission.expect("safe_copy", []).returns([])


def test_outer_list_is_new(submission):
    """The copy is another list, not one more name for the same one."""
    rows = [["web", 80]]
    copied = submission.get("safe_copy")(rows)

    assert copied is not rows, (
        "safe_copy returned the very list it was given. A plain = or return makes no copy."
    )


def test_rows_are_new_too(submission):
    """Changing a row of the copy leaves the original alone."""
    rows = [["web", 80], ["db", 5432]]
    copied = submission.get("safe_copy")(rows)
    assert copied, f"safe_copy gave {copied!r} for two rows."
    copied[0][1] = 8080

    assert rows[0][1] == 80, (
        "Changing copied[0][1] also changed rows[0][1]. "
        "Only the outer list was copied: the rows inside are still shared."
    )


def test_original_is_left_alone(submission):
    """Copying does not change the original."""
    rows = [["web", 80], ["db", 5432]]
    submission.get("safe_copy")(rows)

    assert rows == [["web", 80], ["db", 5432]], f"After the call the original was {rows!r}."
