"""Markdown of another file inside a page: messages must name that file, not the page."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docutils import nodes
from sphinx.util.logging import NAMESPACE

# The module of MyST that tells all its warnings, as the current page's.
_MYST = f"{NAMESPACE}.myst_parser.warnings_"


@contextmanager
def reading_from(document: nodes.document, path: Path) -> Iterator[None]:
    """Let nodes and warnings point into another file while it is parsed, as MyST's own include does."""
    reporter = document.reporter
    kept = document["source"], reporter.source, reporter.get_source_and_line
    document["source"] = reporter.source = str(path)
    reporter.get_source_and_line = lambda line=None: (str(path), line)
    place = _Place(path)
    logger = logging.getLogger(_MYST)
    logger.addFilter(place)
    try:
        yield
    finally:
        logger.removeFilter(place)
        document["source"], reporter.source, reporter.get_source_and_line = kept


class _Place(logging.Filter):
    """Turns a place ``(page, line)`` into one in the file that is really read."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path

    def filter(self, record: logging.LogRecord) -> bool:
        location = getattr(record, "location", None)
        if isinstance(location, tuple):
            record.location = f"{self.path}:{location[1] or 1}"
        return True
