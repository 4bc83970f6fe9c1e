"""Checks of countdown."""

import inspect
import tracemalloc
from itertools import islice


def values(submission, n):
    """The values of a countdown, at most a few more than there should be."""
    made = submission.get("countdown")(n)
    assert made is not None, f"countdown({n}) gave None. A generator function contains a yield."
    return list(islice(iter(made), max(n, 0) + 3))


def test_counts_down(submission):
    """It counts from n down to 1."""
    for n in [5, 1, 12]:
        got = values(submission, n)
        assert got == list(range(n, 0, -1)), (
            f"countdown({n}) yields {got}. Expected from {n} down to 1, both included."
        )


def test_nothing_to_count(submission):
    """Zero and negative numbers yield nothing."""
    for n in [0, -1, -40]:
        got = values(submission, n)
        assert got == [], f"countdown({n}) begins with {got}. Expected nothing at all."


def test_is_a_generator(submission):
    """It gives a generator."""
    made = submission.get("countdown")(3)
    assert inspect.isgenerator(made), (
        f"countdown(3) gave {made!r}, which is of type {type(made).__name__}. "
        "Expected a generator: use yield."
    )


def test_is_lazy(submission):
    """The first number of a long countdown comes at once."""
    countdown = submission.get("countdown")
    tracemalloc.start()
    try:
        next(iter(countdown(200_000)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 200_000, (
        f"For the first number of countdown(200_000) your code used {peak:,} bytes. "
        "All the numbers seem to be made in advance. Yield each one as it is made."
    )
    first = next(iter(countdown(10**9)))
    assert first == 10**9, f"The first number of countdown(10**9) was {first}."
