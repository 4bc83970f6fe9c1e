"""Collects what a build complained about, for the linter and for the next build."""

from __future__ import annotations

import io
import logging

from sphinx.util.logging import WarningStreamHandler


class Complaints(WarningStreamHandler):
    """Collects the places and texts of all warnings of one build.

    Sphinx holds warnings back while it reads and hands them out again afterwards, to handlers of this class in
    their old order. So this one gets each warning once, after Sphinx's own has turned its place into text.
    """

    def __init__(self) -> None:
        """Start with none."""
        # Sphinx never writes to the stream of such a handler when `emit` is ours.
        super().__init__(io.StringIO())
        self.setLevel(logging.WARNING)
        self.found: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one warning: place as ``path:line`` (or empty) and text."""
        # Sphinx's records put place and level before their message; the plain method leaves them off.
        text = logging.LogRecord.getMessage(record)
        self.found.append((getattr(record, "location", None) or "", text))
