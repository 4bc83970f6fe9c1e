"""Checks of timed."""


class Clock:
    """A clock that stands still until it is turned forward."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def make_timed(submission, clock):
    """A decorated function that takes as many seconds as it is told."""
    decorate = submission.get("timed")(clock)
    assert callable(decorate), f"timed(clock) returned {decorate!r}. Expected: a decorator"

    def work(seconds, *, label="done"):
        """Work for some seconds."""
        clock.now += seconds
        return label

    wrapper = decorate(work)
    assert callable(wrapper), f"The decorator returned {wrapper!r}. Expected: a function"
    return wrapper


def times_of(wrapper):
    """Its durations, as a list."""
    assert hasattr(wrapper, "durations"), "The decorated function has no attribute durations."
    return list(wrapper.durations)


def test_result(submission):
    """The result comes back, and all arguments are passed on."""
    work = make_timed(submission, Clock())
    got = work(1, label="backup")
    assert got == "backup", f"The decorated function returned {got!r}. Expected: 'backup'"


def test_durations(submission):
    """Each call adds its duration."""
    work = make_timed(submission, Clock())
    assert times_of(work) == [], f"Before the first call durations is {work.durations!r}."
    for seconds in (4, 1, 2.5):
        work(seconds)
    got = times_of(work)
    assert got == [4, 1, 2.5], (
        f"Three calls took 4, 1 and 2.5 seconds by the clock that was passed, and durations is {got!r}."
    )


def test_best(submission):
    """best gives the shortest time."""
    work = make_timed(submission, Clock())
    assert hasattr(work, "best"), "The decorated function has no attribute best."
    got = work.best()
    assert got is None, f"Before the first call best() gave {got!r}. Expected: None"
    for seconds in (4, 1, 2.5):
        work(seconds)
    got = work.best()
    assert got == 1, f"After calls of 4, 1 and 2.5 seconds best() gave {got!r}. Expected: 1"


def test_own_times(submission):
    """Two functions that share a decorator have their own times."""
    clock = Clock()
    decorate = submission.get("timed")(clock)

    def turn():
        clock.now += 3

    first, second = decorate(turn), decorate(turn)
    first()
    assert times_of(first) == [3], f"After one call durations is {times_of(first)!r}."
    assert times_of(second) == [], (
        f"One function was called, and the durations of another one are {times_of(second)!r}. "
        "Where is the list made?"
    )


def test_metadata(submission):
    """Name and docstring are kept."""
    work = make_timed(submission, Clock())
    assert (work.__name__, work.__doc__) == ("work", "Work for some seconds."), (
        f"Name and docstring are {work.__name__!r} and {work.__doc__!r}. functools.wraps keeps them."
    )


def test_default_clock(submission):
    """Without an argument a real clock is used."""
    work = submission.get("timed")()(lambda: "done")
    work()
    got = times_of(work)
    assert len(got) == 1 and 0 <= got[0] < 5, (
        f"After one short call with timed(), durations is {got!r}. Expected: one small number"
    )
