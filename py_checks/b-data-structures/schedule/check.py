"""Checks of schedule."""

from collections.abc import Iterable


def names_of(submission, jobs):
    """The names as a list, whether they were returned or yielded."""
    given = list(jobs)
    got = submission.get("schedule")(jobs)
    assert isinstance(got, Iterable), (
        f"schedule({given!r}) returned {got!r}. Is there a return at its end?"
    )
    return list(got)


def test_by_priority(submission):
    """The smallest priority number comes first."""
    jobs = [(5, "report"), (1, "outage"), (3, "renew"), (-1, "fire"), (2, "restart")]
    got = names_of(submission, jobs)
    assert got == ["fire", "outage", "restart", "renew", "report"], (
        f"The jobs {jobs!r} came as {got!r}. Expected the names from -1 up to 5."
    )


def test_numbers_are_compared_as_numbers(submission):
    """10 comes after 9."""
    got = names_of(submission, [(10, "late"), (9, "early")])
    assert got == ["early", "late"], f"Priorities 10 and 9 came as {got!r}. Expected early first."


def test_ties_by_arrival(submission):
    """Jobs of equal priority run in the order of their arrival."""
    jobs = [(1, "zip"), (1, "copy"), (0, "check"), (1, "mail"), (1, "align")]
    got = names_of(submission, jobs)
    assert got == ["check", "zip", "copy", "mail", "align"], (
        f"The jobs {jobs!r} came as {got!r}. Expected, among those with priority 1, the order of "
        "arrival: zip, copy, mail, align. Equal priorities make Python compare what stands next in the tuple."
    )


def test_equal_jobs(submission):
    """The same job may be there twice."""
    got = names_of(submission, [(1, "sync"), (2, "scan"), (1, "sync")])
    assert got == ["sync", "sync", "scan"], (
        f"With sync twice at priority 1 and scan at 2, the names were {got!r}. No job may be lost."
    )


def test_no_jobs(submission):
    """No jobs make an empty schedule."""
    got = names_of(submission, [])
    assert got == [], f"No jobs gave {got!r}."


def test_input_stays(submission):
    """The list of jobs is not changed."""
    jobs = [(2, "b"), (1, "a"), (3, "c")]
    names_of(submission, jobs)

    assert jobs == [(2, "b"), (1, "a"), (3, "c")], (
        f"After the call the list was {jobs!r}. heapify and sort change the list itself: work on a list of your own."
    )
