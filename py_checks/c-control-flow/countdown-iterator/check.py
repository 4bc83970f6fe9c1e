"""Checks of Countdown."""


def walk(thing, at_most=30):
    """The first items that a loop over a thing gives."""
    items = []
    for item in thing:
        items.append(item)
        if len(items) == at_most:
            break
    return items


def test_counts_down(submission):
    """It gives the numbers from the start down to 1."""
    countdown = submission.get("Countdown")
    for start in [3, 1, 7]:
        got = walk(countdown(start))
        assert got == list(range(start, 0, -1)), (
            f"Walking over Countdown({start}) gives {got}. Expected from {start} down to 1."
        )


def test_nothing_to_give(submission):
    """Zero and negative numbers give nothing."""
    countdown = submission.get("Countdown")
    for start in [0, -2]:
        got = walk(countdown(start))
        assert got == [], (
            f"Walking over Countdown({start}) begins with {got[:5]}. Expected nothing. "
            "Does your iterator stop only when it is at exactly 0?"
        )


def test_walk_it_twice(submission):
    """The second walk gives the same as the first."""
    launch = submission.get("Countdown")(4)
    first, second = walk(launch), walk(launch)
    assert first == second == [4, 3, 2, 1], (
        f"The first walk over one Countdown(4) gave {first}, the second {second}. "
        "Each iter() must give a fresh iterator."
    )


def test_two_iterators(submission):
    """Two iterators don't disturb each other."""
    launch = submission.get("Countdown")(3)
    one, two = iter(launch), iter(launch)
    got = [next(it, "end") for it in (one, one, two, one, two)]
    assert got == [3, 2, 3, 1, 2], (
        "Of two iterators of one Countdown(3), asked in the order one, one, two, one, two, came "
        f"{got}. Expected [3, 2, 3, 1, 2]: each has to remember for itself how far it is."
    )


def test_keeps_the_agreement(submission):
    """An iterator gives itself to iter, and stays at its end."""
    launch = submission.get("Countdown")(1)
    one = iter(launch)
    assert hasattr(one, "__next__"), (
        f"iter(Countdown(1)) gave an object of type {type(one).__name__} without __next__."
    )
    assert hasattr(one, "__iter__") and iter(one) is one, (
        "iter(it) of an iterator must give the iterator itself. Has it an __iter__ that returns self?"
    )
    got = [next(one, "end") for _ in range(3)]
    assert got == [1, "end", "end"], (
        f"next was called three times on an iterator of Countdown(1), and gave {got}. "
        "After the 1 it must be at its end, and stay there."
    )


def test_loop_inside_a_loop(submission):
    """It can be walked inside a walk over itself."""
    launch = submission.get("Countdown")(2)
    pairs = []
    for outer in launch:
        pairs += [(outer, inner) for inner in walk(launch, 5)]
        if len(pairs) > 5:
            break
    assert pairs == [(2, 2), (2, 1), (1, 2), (1, 1)], (
        f"A loop over Countdown(2) inside a loop over the same object gave the pairs {pairs}. "
        "Expected all four."
    )
