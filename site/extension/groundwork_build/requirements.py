"""Reads the lock files of ``requirements/``: one block per package, its hashes below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from groundwork_build.problems import Problem

_HEAD = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)")


@dataclass(frozen=True)
class Locked:
    """One locked package."""

    name: str
    version: str
    #: As in the file, hashes included, ready to be written to another one.
    block: str


def normalize(name: str) -> str:
    """Name as the packaging standards compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_locked(path: Path) -> list[Locked]:
    """Every package of a lock file, in file order.

    :raises Problem: a line that is neither a pin nor a hash, or a pin without a hash.
    """
    found: list[Locked] = []
    for block in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()):
        head = _HEAD.match(block)
        if head is None or "--hash=sha256:" not in block:
            raise Problem(
                f"{path}: can't read {block.splitlines()[0]!r}; lock again as requirements/README.md says."
            )
        found.append(Locked(normalize(head[1]), head[2], block))
    return found
