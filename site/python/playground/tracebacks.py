"""From an exception to what the learner reads: CPython's own text, cut down to the learner's frames."""

import linecache
import os
import traceback
from collections.abc import Container, Iterator
from dataclasses import dataclass

from playground.messages import Frame, PythonError
from playground.notes import note_for

MOST_FRAMES = 100


@dataclass(frozen=True)
class Places:
    """Which files are the learner's.

    :ivar root: Directory of the learner; files below it are shown relative to it.
    :ivar names: Further file names, as `<cell greeting>`.
    :ivar hide_root: Cut the directory out of all texts as well, because it is no place that the learner knows.
    """

    root: str
    names: Container[str] = ()
    hide_root: bool = False

    def shown(self, filename: str) -> str | None:
        """Name of a file for the learner, None when the file is not theirs."""
        if filename in self.names:
            return filename
        prefix = self.root.rstrip(os.sep) + os.sep
        return filename.removeprefix(prefix) if filename.startswith(prefix) else None

    def hide(self, text: str) -> str:
        """Text without the path of the root, if that is wanted."""
        return text.replace(self.root.rstrip(os.sep) + os.sep, "") if self.hide_root else text


def describe(error: BaseException, places: Places) -> PythonError:
    """Everything about an exception that the page shows."""
    return {
        "name": type(error).__name__,
        "message": places.hide(message_of(error)),
        "traceback": traceback_text(error, places),
        "frames": frames_of(error, places),
        "note": note_for(error),
    }


def message_of(error: BaseException) -> str:
    """`str(error)`, also where that raises; for a syntax error only the words, without the place."""
    if isinstance(error, SyntaxError) and error.msg:
        return str(error.msg)
    try:
        return str(error)
    except (
        Exception
    ):  # as CPython: an exception that can't describe itself must not hide what happened
        return f"<exception str() failed: {type(error).__name__}>"


def traceback_text(error: BaseException, places: Places) -> str:
    """The traceback as CPython prints it, without the last newline."""
    told = traceback.TracebackException.from_exception(error, compact=True)
    _trim(told, places, set())
    return places.hide("".join(told.format())).rstrip("\n")


def frames_of(error: BaseException, places: Places) -> list[Frame]:
    """The learner's frames, outermost first; of very many only the first and the last ones."""
    stack = traceback.extract_tb(error.__traceback__)
    frames = [
        _frame(summary, shown)
        for summary in stack
        if (shown := places.shown(summary.filename)) is not None
    ]
    frames.extend(_syntax_error_frame(error, places))
    half = MOST_FRAMES // 2
    return frames if len(frames) <= MOST_FRAMES else frames[:half] + frames[-half:]


def _trim(told: traceback.TracebackException, places: Places, seen: set[int]) -> None:
    """Drop foreign frames here and in all chained and grouped exceptions."""
    if id(told) in seen:
        return
    seen.add(id(told))
    told.stack[:] = [frame for frame in told.stack if _rename(frame, places)]
    if not told.stack:
        told.stack = None  # type: ignore[assignment]  # no empty "Traceback (most recent call last):"
    if getattr(told, "filename", None) is not None:
        told.filename = places.shown(told.filename) or told.filename
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if other is not None:
            _trim(other, places, seen)


def _rename(frame: traceback.FrameSummary, places: Places) -> bool:
    shown = places.shown(frame.filename)
    if shown is None:
        return False
    _ = frame.line  # looked up and kept while the file still has its real name
    frame.filename = shown
    return True


def _frame(summary: traceback.FrameSummary, shown: str) -> Frame:
    line = summary.lineno or 1
    end_line = summary.end_lineno or line
    return {
        "file": shown,
        "line": line,
        "endLine": end_line,
        "column": _characters(summary.filename, line, summary.colno or 0),
        "endColumn": _characters(summary.filename, end_line, summary.end_colno or 0),
        "function": summary.name,
    }


def _characters(filename: str, line: int, utf8_bytes: int) -> int:
    """Positions in code objects count bytes of UTF-8, the page counts characters."""
    text = linecache.getline(filename, line)
    return len(text.encode("utf-8", "surrogatepass")[:utf8_bytes].decode("utf-8", "ignore"))


def _syntax_error_frame(error: BaseException, places: Places) -> Iterator[Frame]:
    if not isinstance(error, SyntaxError) or error.filename is None or error.lineno is None:
        return
    shown = places.shown(error.filename)
    if shown is None:
        return
    column = max((error.offset or 1) - 1, 0)
    end_column = max((error.end_offset or 0) - 1, column)
    yield {
        "file": shown,
        "line": error.lineno,
        "endLine": error.end_lineno or error.lineno,
        "column": column,
        "endColumn": end_column,
        "function": "<module>",
    }
