"""One build at a time: a lock on a file that ends with the process that holds it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groundwork_build.progress import say


def _try_lock(descriptor: int) -> bool:
    """Take the lock if it is free; works on POSIX and Windows."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def file_lock(path: Path, waiting_for: str) -> Iterator[None]:
    """Hold the lock of ``path``; says once whom it waits for.

    :param path: Made if missing, never removed (removing would race with others that wait).
    :param waiting_for: As "another build".
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        if not _try_lock(descriptor):
            say(f"Waiting for {waiting_for} to finish …")
            while not _try_lock(descriptor):
                time.sleep(0.1)
        yield
    finally:
        os.close(descriptor)
