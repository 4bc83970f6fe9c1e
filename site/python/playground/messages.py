"""Shapes that cross to the page, as `site/app/protocol.ts` has them (a test compares the two).

Plain data only. Lines count from 1; columns count from 0, in characters, and an end column is the one behind the last
character.
"""

from typing import Literal, TypedDict

Stream = Literal["stdout", "stderr", "stdin"]
StopReason = Literal["learner", "time", "output", "crash"]
Mime = Literal["image/png", "image/svg+xml", "text/plain"]


class Frame(TypedDict):
    """One line of the learner's code that an exception passed through."""

    file: str
    line: int
    endLine: int
    column: int
    endColumn: int
    function: str


class PythonError(TypedDict):
    """An exception of the learner's code."""

    name: str
    message: str
    traceback: str
    frames: list[Frame]
    note: str | None


class Display(TypedDict):
    """A picture, or text for everything that is none."""

    mime: Mime
    data: str
    alt: str


class RunResult(TypedDict):
    """How a run of a cell ended."""

    status: Literal["ok", "error", "stopped"]
    stdout: str
    stderr: str
    result: str | None
    error: PythonError | None
    ms: float
    chunks: list[tuple[Stream, str]]
    stopReason: StopReason | None


class TestResult(TypedDict):
    """How one test of a check ended."""

    name: str
    title: str
    outcome: Literal["passed", "failed", "error", "skipped"]
    message: str
    output: str
    ms: float


class CheckReport(TypedDict):
    """How the check of a submission ended."""

    status: Literal["pass", "fail", "error"]
    tests: list[TestResult]
    error: PythonError | None
    stdout: str
    ms: float
