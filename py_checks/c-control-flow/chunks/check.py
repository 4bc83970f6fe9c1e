"""Checks of chunks."""

from itertools import islice

FAR_TOO_MANY = 1000


class Source:
    """An endless source that counts what was taken, and refuses when that is absurd."""

    def __init__(self):
        """Begin at 0."""
        self.taken = 0

    def __iter__(self):
        """Give itself."""
        return self

    def __next__(self):
        """Give the next number."""
        assert self.taken < FAR_TOO_MANY, (
            "The source never ends, and your code went on and on taking items from it "
            "before it yielded a list."
        )
        self.taken += 1
        return self.taken


def first_chunks(submission, iterable, size, how_many=10):
    """The first lists that come."""
    made = submission.get("chunks")(iterable, size)
    assert made is not None, "chunks(...) gave None. A generator function contains a yield."
    return list(islice(iter(made), how_many))


def test_last_is_shorter(submission):
    """The last list may be shorter."""
    for items, size, expected in [
        ([1, 2, 3, 4, 5], 2, [[1, 2], [3, 4], [5]]),
        ([1, 2], 5, [[1, 2]]),
        ([7, 8, 9], 1, [[7], [8], [9]]),
    ]:
        got = first_chunks(submission, items, size)
        assert got == expected, f"chunks({items}, {size}) yields {got}. Expected {expected}."


def test_no_empty_list(submission):
    """There is never an empty list."""
    for items, size, expected in [([1, 2, 3, 4], 2, [[1, 2], [3, 4]]), ([], 3, [])]:
        got = first_chunks(submission, items, size)
        assert got == expected, (
            f"chunks({items}, {size}) yields {got}. Expected {expected}. "
            "When nothing is left, no further list is wanted."
        )


def test_any_iterable(submission):
    """Text, sets of lines and generators can be cut as well."""
    got = first_chunks(submission, "abcde", 2)
    assert got == [["a", "b"], ["c", "d"], ["e"]], (
        f"chunks('abcde', 2) yields {got}. Expected lists: [['a', 'b'], ['c', 'd'], ['e']]."
    )
    try:
        got = first_chunks(submission, (n * n for n in range(5)), 3)
    except TypeError as error:
        raise AssertionError(
            f"With a generator your code stopped with TypeError: {error}. "
            "A generator has no length and no places; take items from it with next or islice."
        ) from None
    assert got == [[0, 1, 4], [9, 16]], (
        f"For a generator of 0, 1, 4, 9, 16 and size 3 your code yields {got}. "
        "Expected [[0, 1, 4], [9, 16]]."
    )


def test_falsy_items(submission):
    """Items such as 0, None and empty text are items."""
    items = [0, None, "", False, 5]
    got = first_chunks(submission, items, 2)
    assert got == [[0, None], ["", False], [5]], (
        f"chunks({items}, 2) yields {got}. Falsy items are data too. Are they taken for the end?"
    )


def test_lists_of_their_own(submission):
    """Each list is a new one."""
    got = first_chunks(submission, range(4), 2)
    assert got == [[0, 1], [2, 3]], (
        f"All lists of chunks(range(4), 2), collected, are {got}. Expected [[0, 1], [2, 3]]. "
        "Does your code use the same list again and change it after it was yielded?"
    )


def test_takes_no_more_than_needed(submission):
    """It takes only what the next list needs, also from a source without end."""
    source = Source()
    got = first_chunks(submission, source, 3, how_many=2)
    assert got == [[1, 2, 3], [4, 5, 6]], f"The first two lists were {got}."
    assert source.taken <= 6, (
        f"For two lists of three your code took {source.taken} items. Six are enough."
    )


def test_size_below_one(submission):
    """A size below 1 is a ValueError."""
    for size in [0, -3]:
        try:
            got = first_chunks(submission, [1, 2, 3], size, how_many=3)
        except ValueError as error:
            assert "size" in str(error) or "n must" in str(error), (
                f"With size {size} the ValueError says {str(error)!r}. "
                "Raise one of your own which names the size."
            )
            continue
        raise AssertionError(f"chunks([1, 2, 3], {size}) yields {got}. Expected a ValueError.")
