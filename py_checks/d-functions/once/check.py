"""Checks of once."""


def guarded(submission, results):
    """A decorated function that gives one result after the other, and the list of its calls."""
    calls = []
    waiting = list(results)

    def load(*args, **kwargs):
        """Load something."""
        calls.append((args, kwargs))
        result = waiting.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    wrapper = submission.get("once")(load)
    assert callable(wrapper), f"once returned {wrapper!r}. Expected: a function"
    return wrapper, calls


def test_runs_once(submission):
    """The function runs at the first call only."""
    load, calls = guarded(submission, ["first", "second", "third"])
    for _ in range(3):
        load()
    assert len(calls) == 1, f"Three calls ran the function {len(calls)} times. Expected: once"


def test_not_at_definition(submission):
    """Nothing runs when the function is decorated."""
    _, calls = guarded(submission, ["first"])
    assert not calls, "The function ran when it was decorated, before anybody called it."


def test_first_result_again(submission):
    """Later calls return the result of the first."""
    load, _ = guarded(submission, ["first", "second", "third"])
    got = [load(), load(), load()]
    assert got == ["first"] * 3, (
        f"Three calls gave {got}. Expected: the first result each time, ['first', 'first', 'first']"
    )


def test_none_counts(submission):
    """A result of None is a result."""
    load, calls = guarded(submission, [None, "second"])
    got = [load(), load()]
    assert len(calls) == 1 and got == [None, None], (
        f"The first call gave None. Then a second call ran the function again: {len(calls)} runs, "
        f"results {got}. None can be a result, so it can't mean 'not called yet'."
    )


def test_arguments(submission):
    """The arguments of the first call are passed on, others make no difference."""
    load, calls = guarded(submission, ["first", "second"])
    load("a.toml", strict=True)
    load("b.toml")
    assert calls == [(("a.toml",), {"strict": True})], (
        f"After load('a.toml', strict=True) and load('b.toml') the function had run with {calls!r}."
    )


def test_error_does_not_count(submission):
    """After an error the next call tries again."""
    problem = OSError("disk is away")
    load, calls = guarded(submission, [problem, "second", "third"])
    try:
        load()
    except OSError as error:
        assert error is problem, f"The function raised {problem!r}, and {error!r} came out."
    else:
        raise AssertionError("The first call raised an error, and it did not come through.")
    got = [load(), load()]
    assert got == ["second", "second"] and len(calls) == 2, (
        f"The first call failed, two more gave {got}, and the function ran {len(calls)} times. "
        "Expected: ['second', 'second'] and 2 runs."
    )


def test_independent(submission):
    """Two decorated functions have memories of their own."""
    one, _ = guarded(submission, ["one"])
    other, _ = guarded(submission, ["other"])
    got = [one(), other()]
    assert got == ["one", "other"], (
        f"Two decorated functions gave {got}. Expected: ['one', 'other']. Do they share a memory?"
    )


def test_metadata(submission):
    """Name and docstring are kept."""
    load, _ = guarded(submission, ["first"])
    assert (load.__name__, load.__doc__) == ("load", "Load something."), (
        f"Name and docstring are {load.__name__!r} and {load.__doc__!r}. functools.wraps keeps them."
    )
