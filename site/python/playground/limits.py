"""The time limit that works on a real machine; the browser brings its own."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import FrameType

from playground.errors import TimeLimitExceeded

TimeLimit = Callable[[float], AbstractContextManager[object]]
"""Gives a context that raises `TimeLimitExceeded` inside itself after so many seconds."""

# A bare `except:` in a loop swallows the first one, so it comes again.
REPEAT_S = 0.5


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeLimitExceeded` in the main thread when the block takes longer.

    A timer that was already running (pytest-timeout has one) goes on afterwards with what is left of it. Without
    `SIGALRM` (Windows) or outside the main thread there is no limit.
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end_it(_signal: int, _frame: FrameType | None) -> None:
        raise TimeLimitExceeded(seconds)

    handler = signal.signal(signal.SIGALRM, end_it)
    began = time.monotonic()
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds, REPEAT_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:
            rest = max(left - (time.monotonic() - began), 0.001)
            signal.setitimer(signal.ITIMER_REAL, rest, interval)


def unlimited(_seconds: float) -> AbstractContextManager[None]:
    """No limit, for code of ours."""
    return nullcontext()
