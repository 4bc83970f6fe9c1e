"""Checks of retry."""


class Script:
    """A function that gives or raises one thing after the other, and counts its calls."""

    __name__ = "fetch"
    __doc__ = "Fetch a path."

    def __init__(self, *steps):
        self.steps = steps
        self.calls = []

    def __call__(self, *args, **kwargs):
        step = self.steps[min(len(self.calls), len(self.steps) - 1)]
        self.calls.append((args, kwargs))
        if isinstance(step, BaseException):
            raise step
        return step


def try_it(submission, script, *call, times=3, exceptions=ConnectionError, delay=0, **named):
    """Run a script with retry; gives the result, the error and the pauses."""
    pauses = []
    decorate = submission.get("retry")(times, exceptions, delay, sleep=pauses.append)
    assert callable(decorate), f"retry(...) returned {decorate!r}. Expected: a decorator"
    wrapper = decorate(script)
    assert callable(wrapper), f"The decorator returned {wrapper!r}. Expected: a function"
    try:
        return wrapper(*call, **named), None, pauses
    except Exception as error:
        return None, error, pauses


def test_works_at_once(submission):
    """A function that works is called once, without a pause."""
    script = Script("content")
    result, error, pauses = try_it(submission, script, "/health", delay=5, tls=True)
    assert error is None, f"The function works at once, and {error!r} came out."
    assert result == "content", f"The function gave 'content', and {result!r} came out."
    assert script.calls == [(("/health",), {"tls": True})], (
        f"One call with '/health' and tls=True was expected, and the calls were {script.calls!r}."
    )
    assert pauses == [], f"No pause was expected, and sleep was called with {pauses!r}."


def test_works_at_the_third(submission):
    """After two failures the third attempt counts."""
    script = Script(ConnectionError("one"), ConnectionError("two"), "content")
    result, error, _ = try_it(submission, script, times=3)
    assert len(script.calls) == 3 and result == "content", (
        f"The function fails twice and then gives 'content'. With times=3 it was called "
        f"{len(script.calls)} times, gave {result!r} and raised {error!r}."
    )


def test_gives_up(submission):
    """After so many attempts no further one is made."""
    for times in (1, 2, 5):
        script = Script(ConnectionError("refused"))
        try_it(submission, script, times=times)
        assert len(script.calls) == times, (
            f"The function fails always. With times={times} it was called {len(script.calls)} times."
        )


def test_last_error_comes_out(submission):
    """The error of the last attempt comes through unchanged."""
    last = ConnectionError("three")
    script = Script(ConnectionError("one"), ConnectionError("two"), last)
    result, error, _ = try_it(submission, script, times=3)
    assert error is not None, (
        f"All attempts failed, and the call returned {result!r} as if nothing had happened. "
        "The last error must come out."
    )
    assert error is last, f"The last attempt raised {last!r}, and {error!r} came out."


def test_other_errors(submission):
    """An error that is not listed comes through at once."""
    problem = PermissionError("wrong password")
    script = Script(problem, "content")
    _, error, pauses = try_it(submission, script, times=3)
    assert error is problem and len(script.calls) == 1, (
        "Only ConnectionError was to be retried. The function raised a PermissionError: it was "
        f"called {len(script.calls)} times, and {error!r} came out."
    )
    assert pauses == [], f"There was nothing to wait for, and sleep was called with {pauses!r}."


def test_several_exceptions(submission):
    """Several exceptions can be listed."""
    script = Script(TimeoutError("slow"), ConnectionError("refused"), "content")
    result, error, _ = try_it(submission, script, exceptions=(ConnectionError, TimeoutError))
    assert result == "content", (
        f"With exceptions=(ConnectionError, TimeoutError) the call gave {result!r} and raised {error!r}."
    )


def test_pauses(submission):
    """There is a pause between two attempts, and none after the last."""
    for steps, wanted in [
        ([ConnectionError("one"), ConnectionError("two"), "content"], [1.5, 1.5]),
        ([ConnectionError("refused")], [1.5, 1.5, 1.5]),
    ]:
        script = Script(*steps)
        _, _, pauses = try_it(submission, script, times=4, delay=1.5)
        assert pauses == wanted, (
            f"{len(script.calls)} attempts with delay=1.5: sleep was called with {pauses!r}. "
            f"Expected: {wanted!r}, one pause between two attempts."
        )


def test_falsy_results(submission):
    """None and 0 are results like any other."""
    for value in (None, 0, ""):
        script = Script(value, "never")
        result, _, _ = try_it(submission, script)
        assert len(script.calls) == 1 and result == value, (
            f"The function gave {value!r}. That is a result, and no reason to try again: "
            f"it was called {len(script.calls)} times."
        )


def test_metadata(submission):
    """Name and docstring are kept."""

    def fetch():
        """Fetch a path."""

    wrapper = submission.get("retry")(2, OSError)(fetch)
    assert (wrapper.__name__, wrapper.__doc__) == ("fetch", "Fetch a path."), (
        f"Name and docstring are {wrapper.__name__!r} and {wrapper.__doc__!r}. "
        "functools.wraps keeps them."
    )
