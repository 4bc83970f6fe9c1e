"""Collects what a build complained about, for the linter and for the next build."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from sphinx.util.console import strip_colors
from sphinx.util.logging import WarningStreamHandler, is_suppressed_warning

_OUR_TYPE = re.compile(r" \[groundwork\.[\w-]+\]$")


class Complaints(WarningStreamHandler):
    """Collects the places and texts of all warnings of one build.

    Sphinx holds warnings back while it reads and hands them out again afterwards, to handlers of this class in
    their old order. So this one gets each warning once, after Sphinx's own has turned its place into text.
    """

    def __init__(self, suppressed: Sequence[str]) -> None:
        """Start with none; ``suppressed`` are the types that conf.py switches off."""
        # Sphinx never writes to the stream of such a handler when `emit` is ours.
        super().__init__(sys.stderr)
        self.setLevel(logging.WARNING)
        self.suppressed = suppressed
        self.found: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning: place as ``path:line`` (or empty) and text."""
        kind = getattr(record, "type", ""), getattr(record, "subtype", "")
        if is_suppressed_warning(*kind, self.suppressed):
            return
        # Sphinx's records put place and level before their message; the plain method leaves them off.
        text = logging.LogRecord.getMessage(record)
        self.found.append((getattr(record, "location", None) or "", text))

    def lines(self, root: Path) -> list[str]:
        """Give each complaint once as ``path:line: text``, in order of telling, paths relative to the root."""
        return list(dict.fromkeys(_line(root, place, text) for place, text in self.found))


def _line(root: Path, place: str, text: str) -> str:
    path, _, line = place.rpartition(":")
    if not path:
        path, line = place, ""
    if path and Path(path).is_relative_to(root):
        path = Path(path).relative_to(root).as_posix()
    text = _OUR_TYPE.sub("", strip_colors(text))
    return f"{path or 'lessons'}:{line or 1}: {text}"
