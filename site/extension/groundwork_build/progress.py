"""Lines on the terminal that say what is being done and how long it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

#: Seconds after which a step that is not announced as slow is worth a line.
NOTICEABLE_S = 1.0


def say(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(text, file=sys.stderr, flush=True)


@contextmanager
def step(name: str, *, slow: bool = False) -> Iterator[None]:
    """Announce a step if it is slow, and say how long it took if that was noticeable."""
    if slow:
        say(f"{name} …")
    started = time.monotonic()
    yield
    took = time.monotonic() - started
    if slow or took >= NOTICEABLE_S:
        say(f"{name}: {took:.1f} s")
