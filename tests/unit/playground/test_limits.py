"""The time limit of a real machine."""

import signal
import time

import pytest

from playground.errors import RunEnded, TimeLimitExceeded
from playground.limits import time_limit

from .conftest import needs_alarm

pytestmark = needs_alarm


def spin(seconds: float) -> None:
    """Be busy."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        pass


def test_ends_a_loop():
    """In time, with words."""
    began = time.monotonic()
    with pytest.raises(TimeLimitExceeded, match=r"longer than 0\.1 seconds"), time_limit(0.1):
        spin(5)

    assert time.monotonic() - began < 2


def test_comes_again():
    """A bare except holds it up only once."""
    ends = 0
    with pytest.raises(TimeLimitExceeded), time_limit(0.05):
        while ends < 2:
            try:
                spin(5)
            except RunEnded:
                ends += 1
        spin(5)

    assert ends == 2


def test_nothing_comes_later():
    """Code that was in time is left alone."""
    with time_limit(0.1):
        pass
    spin(0.2)


def test_timer_around_goes_on():
    """A timer that was running before rings when it should."""
    rung = []
    handler = signal.signal(signal.SIGALRM, lambda *_: rung.append(time.monotonic()))
    timer = signal.setitimer(signal.ITIMER_REAL, 0.3)
    try:
        with time_limit(5):
            spin(0.1)
        assert not rung
        spin(0.5)
        assert len(rung) == 1
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, handler)
