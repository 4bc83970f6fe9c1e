"""Checks of make_tally, over_limit and make_checks."""

import ast


def call(what, function, *args):
    """Call a function of the learner, and say in words if it can't reach a name."""
    try:
        return function(*args)
    except NameError as problem:
        raise AssertionError(
            f"{what} raised {type(problem).__name__}: {problem}. "
            "A name that a function assigns is local in all of it."
        ) from None


def test_tally_counts(submission):
    """A tally counts its calls."""
    tally = submission.get("make_tally")()
    got = [call("The tally", tally) for _ in range(3)]
    assert got == [1, 2, 3], f"Three calls gave {got}. Expected: [1, 2, 3]"


def test_tallies_are_independent(submission):
    """Two tallies count by themselves."""
    first, second = submission.get("make_tally")(), submission.get("make_tally")()
    got = [call("The tally", one) for one in (first, first, second, first)]
    assert got == [1, 2, 1, 3], (
        f"Calls of the first, first, second and first tally gave {got}. Expected: [1, 2, 1, 3]. "
        "Each call of make_tally should have a count of its own."
    )


def test_usual_limit(submission):
    """Without strict the limit is LIMIT."""
    over_limit = submission.get("over_limit")
    for percent, wanted in [(85, False), (90, False), (91, True)]:
        got = call(f"over_limit({percent})", over_limit, percent)
        assert got is wanted, f"over_limit({percent}) gave {got!r}. Expected: {wanted}"


def test_strict_limit(submission):
    """With strict the limit is 80."""
    over_limit = submission.get("over_limit")
    for percent, wanted in [(85, True), (80, False), (91, True)]:
        got = call(f"over_limit({percent}, strict=True)", over_limit, percent, True)
        assert got is wanted, f"over_limit({percent}, strict=True) gave {got!r}. Expected: {wanted}"


def test_limit_stays(submission):
    """A strict call does not change LIMIT for later calls."""
    over_limit = submission.get("over_limit")
    call("over_limit(85, strict=True)", over_limit, 85, True)
    got = call("over_limit(85)", over_limit, 85)
    assert got is False, (
        "After a call with strict=True, over_limit(85) gave True: the strict call changed LIMIT."
    )


def test_limit_is_read(submission):
    """Another value of LIMIT counts."""
    over_limit, before = submission.get("over_limit"), submission.module.LIMIT
    submission.module.LIMIT = 50
    try:
        got = call("over_limit(60)", over_limit, 60)
    finally:
        submission.module.LIMIT = before
    assert got is True, (
        f"The check set LIMIT to 50, and over_limit(60) gave {got!r}. Expected: True. "
        "Read LIMIT when the function is called, not when it is defined."
    )


def test_each_check_has_its_limit(submission):
    """Each function in the list has its own limit."""
    checks = submission.get("make_checks")([70, 80, 90])
    got = [call("A check", check, 85) for check in checks]
    assert got == [True, True, False], (
        f"The checks for 70, 80 and 90 gave {got} for 85. Expected: [True, True, False]. "
        "A closure keeps the variable, not the value it had."
    )


def test_without_global(submission):
    """There is no global statement."""
    lines = [node.lineno for node in ast.walk(submission.tree) if isinstance(node, ast.Global)]
    assert not lines, f"Line {lines[0]} has a global statement. All three can do without."
