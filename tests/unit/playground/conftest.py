"""A runner and a checker as the kernel uses them, with lists in place of the browser."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from playground.checker import run_checks
from playground.limits import unlimited
from playground.messages import CheckReport, Display, RunResult
from playground.runner import Ports, Runner

IN_BROWSER = sys.platform == "emscripten"


class Cells:
    """A runner and what it was given and has sent."""

    def __init__(self, home: Path) -> None:
        """Use `home` as home directory."""
        self.home = home
        self.written: list[tuple[str, str]] = []
        self.pictures: list[Display] = []
        self.typed: list[str | None] = []
        self.runner = self.make()

    def make(self, **changes: Any) -> Runner:
        """Make a runner with other ports."""
        limit = changes.pop("output_limit", 100_000)
        ports: dict[str, Any] = {
            "write": lambda stream, text: self.written.append((stream, text)),
            "ask": lambda: self.typed.pop(0),
            "await_": run_coroutine,
            "display": self.pictures.append,
        }
        self.runner = Runner(Ports(**{**ports, **changes}), self.home, limit)
        return self.runner

    def run(self, source: str, name: str = "a", session: str = "page", **options: Any) -> RunResult:
        """Run a cell."""
        return self.runner.run(source, f"<cell {name}>", session, **options)


def run_coroutine(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Run a coroutine that waits for nothing outside, also where no event loop can run."""
    if not IN_BROWSER:
        return asyncio.run(coroutine)
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("The coroutine waited.")


@pytest.fixture
def cells(tmp_path: Path) -> Iterator[Cells]:
    """A runner with a home directory of its own; the import path is as before afterwards."""
    path = sys.path[:]
    home = tmp_path / "home"
    home.mkdir()
    made = Cells(home.resolve())
    yield made
    made.runner.reset("page")
    sys.path[:] = path


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., CheckReport]:
    """Check a program with a check, both given as text."""

    def run(program: str, source: str, timeout_s: float = 5, **files: str) -> CheckReport:
        named = {name.replace("__", "."): text for name, text in files.items()}
        return run_checks(
            "a-section/an-exercise",
            {"submission.py": program, **named},
            {"numbers.txt": "1\n2\n"},
            source,
            timeout_s,
            work_dir=tmp_path,
            **({"time_limit": unlimited} if IN_BROWSER else {}),
        )

    return run


needs_alarm = pytest.mark.skipif(
    not hasattr(signal, "SIGALRM") or IN_BROWSER, reason="needs the timer of a real machine"
)
