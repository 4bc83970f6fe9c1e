"""Checks of mean_load, busiest and count_if: what they give, and their hints."""

import collections.abc
import typing


def hints_of(submission, name, parameters):
    """Give the hints of a function, after making sure that none is missing."""
    try:
        hints = typing.get_type_hints(submission.get(name))
    except NameError as problem:
        raise AssertionError(f"A hint of {name} names something unknown: {problem}") from None
    missing = [one for one in [*parameters, "return"] if one not in hints]
    assert not missing, (
        f"{name} has no hint for "
        + " and ".join("its result (after ->)" if one == "return" else one for one in missing)
        + "."
    )
    return hints


def same_hint(name, place, hint, wanted):
    """Compare a hint with what the task says."""
    assert hint == wanted, f"The hint for {place} of {name} is {hint}. Expected: {wanted}"


def test_mean(submission):
    """mean_load gives the mean."""
    submission.expect("mean_load", [0.5, 1.5, 4.0]).returns(2.0)
    submission.expect("mean_load", [0.25]).returns(0.25)


def test_no_loads(submission):
    """mean_load gives None for an empty list."""
    submission.expect("mean_load", []).returns(None, hint="Without loads there is no mean.")


def test_busiest(submission):
    """busiest gives the name with the highest load."""
    submission.expect("busiest", {"web-01": 0.5, "db-01": 3.5, "web-02": 1.0}).returns("db-01")
    submission.expect("busiest", {"web-02": 2.0, "web-01": 2.0}).returns(
        "web-02", hint="With equal loads the first one in the dict wins."
    )
    submission.expect("busiest", {}).returns(None)


def test_count_if(submission):
    """count_if counts the hosts that pass."""
    hosts = ["web-01", "db-01", "web-02"]
    for prefix, count in [("web", 2), ("db", 1), ("mail", 0)]:
        got = submission.get("count_if")(hosts, lambda host, start=prefix: host.startswith(start))
        assert got == count, (
            f"For {hosts!r} and a test that is true for names that start with {prefix!r}, "
            f"count_if gave {got!r}. Expected: {count}"
        )


def test_hints_of_mean_load(submission):
    """The hints of mean_load say list of float, and float or None."""
    hints = hints_of(submission, "mean_load", ["loads"])
    same_hint("mean_load", "loads", hints["loads"], list[float])
    same_hint("mean_load", "the result", hints["return"], float | None)


def test_hints_of_busiest(submission):
    """The hints of busiest say dict of str to float, and str or None."""
    hints = hints_of(submission, "busiest", ["loads"])
    same_hint("busiest", "loads", hints["loads"], dict[str, float])
    same_hint("busiest", "the result", hints["return"], str | None)


def test_hints_of_count_if(submission):
    """The hints of count_if say what the function takes and gives."""
    hints = hints_of(submission, "count_if", ["hosts", "test"])
    same_hint("count_if", "hosts", hints["hosts"], list[str])
    same_hint("count_if", "the result", hints["return"], int)
    test = hints["test"]
    assert typing.get_origin(test) is collections.abc.Callable, (
        f"The hint for test is {test}. Expected: Callable[[str], bool]"
    )
    assert typing.get_args(test) == ([str], bool), (
        f"The hint for test is {test}. In brackets come first the parameters, as a list of their "
        "own, then the result: Callable[[str], bool]"
    )
