"""Checks of ttl_cache."""


class Desk:
    """A decorated function that numbers its answers, with a clock that is turned by hand."""

    def __init__(self, submission, seconds=10):
        self.now = 500.0
        self.calls = []
        self.problem = None

        def answer(*args, **kwargs):
            """Answer a question."""
            self.calls.append((args, kwargs))
            if self.problem is not None:
                raise self.problem
            return f"answer {len(self.calls)}"

        decorate = submission.get("ttl_cache")(seconds, clock=lambda: self.now)
        assert callable(decorate), f"ttl_cache(...) returned {decorate!r}. Expected: a decorator"
        self.ask = decorate(answer)
        assert callable(self.ask), f"The decorator returned {self.ask!r}. Expected: a function"


def test_hit(submission):
    """A second call soon after does not compute again."""
    desk = Desk(submission)
    first = desk.ask("web-01")
    desk.now += 9.5
    second = desk.ask("web-01")
    assert len(desk.calls) == 1, (
        f"Two calls within 9.5 of 10 seconds ran the function {len(desk.calls)} times."
    )
    assert (first, second) == ("answer 1", "answer 1"), f"They gave {first!r} and {second!r}."


def test_expiry(submission):
    """At exactly the limit it is computed again."""
    desk = Desk(submission)
    desk.ask("web-01")
    desk.now += 10
    got = desk.ask("web-01")
    assert got == "answer 2", (
        f"10 seconds after the first call, with a limit of 10 seconds, the call gave {got!r}. "
        "Expected: a new answer, since an entry is used only while it is younger than that."
    )


def test_lives_anew(submission):
    """After the expiry the new result is kept."""
    desk = Desk(submission)
    desk.ask("web-01")
    desk.now += 12
    desk.ask("web-01")
    desk.now += 9
    got = desk.ask("web-01")
    assert got == "answer 2", (
        f"Calls at 0, 12 and 21 seconds: the third gave {got!r}, expected 'answer 2', "
        "which was 9 seconds old. Does the new result get a new time stamp?"
    )


def test_use_does_not_prolong(submission):
    """Being used does not make an entry younger."""
    desk = Desk(submission)
    for _ in range(3):
        got = desk.ask("web-01")
        desk.now += 6
    assert got == "answer 2", (
        f"Calls at 0, 6 and 12 seconds: the third gave {got!r}, expected 'answer 2'. "
        "The time stamp tells when a result was computed, not when it was last used."
    )


def test_entry_for_each_argument(submission):
    """Different arguments have entries of their own."""
    desk = Desk(submission)
    got = [desk.ask("web-01"), desk.ask("db-01"), desk.ask("web-01"), desk.ask("web-01", 80)]
    assert got == ["answer 1", "answer 2", "answer 1", "answer 3"], (
        f"Calls with 'web-01', 'db-01', 'web-01' and 'web-01', 80 gave {got}."
    )


def test_arguments_by_name(submission):
    """Arguments by name count with their names."""
    desk = Desk(submission)
    got = [desk.ask(limit=5), desk.ask(offset=5), desk.ask(limit=5)]
    assert got == ["answer 1", "answer 2", "answer 1"], (
        f"Calls with limit=5, offset=5 and limit=5 gave {got}. Are the names part of the key?"
    )


def test_order_of_names(submission):
    """The order of arguments by name makes no difference."""
    desk = Desk(submission)
    got = [desk.ask(site="fra", role="db"), desk.ask(role="db", site="fra")]
    assert got == ["answer 1", "answer 1"], (
        f"The same two arguments by name, in another order, gave {got}. Expected: one entry"
    )


def test_error_is_not_stored(submission):
    """A call that raises an error stores nothing."""
    desk = Desk(submission)
    desk.problem = OSError("no answer")
    try:
        got = desk.ask("web-01")
    except OSError as error:
        assert error is desk.problem
    else:
        raise AssertionError(f"The function raised an error, and the call returned {got!r}.")
    desk.problem = None
    got = desk.ask("web-01")
    assert got == "answer 2", (
        f"The first call failed, and the second one gave {got!r}. Expected: 'answer 2', computed anew"
    )


def test_none_is_stored(submission):
    """None is a result, too."""
    calls = []
    ask = submission.get("ttl_cache")(10, clock=lambda: 0.0)(calls.append)
    ask("web-01")
    ask("web-01")
    assert calls == ["web-01"], f"A function that gives None ran {len(calls)} times. Expected: once"


def test_cache_and_clear(submission):
    """The cache can be seen and emptied."""
    desk = Desk(submission)
    desk.ask("web-01")
    desk.ask("db-01")
    assert hasattr(desk.ask, "cache"), "The decorated function has no attribute cache."
    assert len(desk.ask.cache) == 2, (
        f"After calls with two hosts the cache has {len(desk.ask.cache)} entries. Expected: 2"
    )
    desk.ask.clear()
    assert len(desk.ask.cache) == 0, (
        f"After clear() the attribute cache still has {len(desk.ask.cache)} entries. "
        "Was the name tied to a new dict?"
    )
    got = desk.ask("web-01")
    assert got == "answer 3", f"After clear() a call gave {got!r}. Expected: 'answer 3'"


def test_own_cache(submission):
    """Two functions have caches of their own, name and docstring are kept."""
    one, other = Desk(submission), Desk(submission)
    one.ask("web-01")
    other.ask("web-01")
    assert len(other.calls) == 1, "A result of one decorated function was used for another one."
    assert (one.ask.__name__, one.ask.__doc__) == ("answer", "Answer a question."), (
        f"Name and docstring are {one.ask.__name__!r} and {one.ask.__doc__!r}."
    )
