"""Recorded outputs: ``lessons/_outputs/<page>.json``, written by ``build.py record`` and read here.

A record belongs to the source that it was made from, by hash, so a changed cell can't show an old output.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal, TypedDict

from docutils import nodes

from .findings import AuthorMistake
from .nodes import element, tag


class RecordedError(TypedDict):
    """The exception that ended a cell; the traceback holds the learner's frames only."""

    name: str
    message: str
    traceback: str


class RecordedOutput(TypedDict):
    """What one cell printed and gave."""

    source_sha256: str
    status: Literal["ok", "error", "stopped"]
    # Pairs of stream and text, in the order of writing.
    chunks: list[tuple[Literal["stdout", "stderr", "stdin"], str]]
    result: str | None
    error: RecordedError | None


def output_path(lessons: Path, page: str) -> Path:
    """Give the path of a page's record; it need not exist."""
    return lessons / "_outputs" / f"{page}.json"


def source_sha256(source: str) -> str:
    """Hash a cell's source; one final newline more or less makes no difference."""
    return hashlib.sha256((source.removesuffix("\n") + "\n").encode()).hexdigest()


def load_outputs(path: Path) -> dict[str, RecordedOutput]:
    """Read a page's record by cell name; empty when there is none.

    :raises AuthorMistake: The file is not what ``build.py record`` writes.
    """
    try:
        cells: Any = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(path) from error
    wanted = RecordedOutput.__annotations__.keys()
    if not isinstance(cells, dict) or not all(
        isinstance(cell, dict) and wanted <= cell.keys() for cell in cells.values()
    ):
        raise _broken(path)
    return dict(cells)


def _broken(path: Path) -> AuthorMistake:
    return AuthorMistake(
        f"The recorded outputs in {path.name} can't be read.",
        "delete the file and run `python3 build.py record` for this page.",
    )


def output_element(recorded: RecordedOutput | None) -> tag:
    """Make ``<div class="pg-output">``; hidden when there is nothing to show."""
    box = element("div", class_="pg-output", role="log", aria_label="Output", tabindex="0")
    box += output_spans(recorded) if recorded else []
    if not box.children:
        box["html"]["hidden"] = None
    return box


def output_spans(recorded: RecordedOutput) -> list[tag]:
    """Make one span a stretch of a stream, then the result, then the traceback."""
    spans: list[tuple[str, str]] = []
    for stream, text in recorded["chunks"]:
        if spans and spans[-1][0] == stream:
            spans[-1] = (stream, spans[-1][1] + text)
        else:
            spans.append((stream, text))
    if recorded["result"] is not None:
        spans.append(("result", recorded["result"]))
    if recorded["error"] is not None:
        spans.append(("error", recorded["error"]["traceback"]))
    return [element("span", nodes.Text(text), class_=f"pg-{kind}") for kind, text in spans if text]
