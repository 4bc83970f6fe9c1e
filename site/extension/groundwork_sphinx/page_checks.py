"""Checks of one page, run when all of it is read: ``:after:``, recorded outputs, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.utils import get_source_line
from sphinx.util import logging

from .findings import Finding
from .outputs import load_outputs, output_path
from .pages import CellRecord, PageRecord, lesson_domain, relative_path, tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def check_page(app: Sphinx, doctree: nodes.document) -> None:
    """Check the page that was just read (event ``doctree-read``)."""
    env = app.env
    page = lesson_domain(env).page(env.docname)
    for finding in (*after_findings(page), *error_findings(page)):
        tell(env, finding, "cell")
    for finding in picture_findings(page, doctree, app):
        tell(env, finding, "picture")
    for finding in stale_findings(app, page):
        page.stale = True
        if app.config.groundwork_allow_stale:
            logger.info("%s", finding)
        else:
            tell(env, finding, "output")


def after_findings(page: PageRecord) -> Iterator[Finding]:
    """Find ``:after:`` that names no cell, goes round in a circle, or looks ahead."""
    order = list(page.cells)
    for cell in page.cells.values():
        for name in cell.after:
            if name not in page.cells:
                yield Finding(
                    page.path,
                    cell.line,
                    f"`:after:` of `{cell.name}` names `{name}`, which is no cell of this page.",
                    f"take one of {', '.join(f'`{other}`' for other in order if other != cell.name)}."
                    if len(order) > 1
                    else "leave the option out.",
                )
        yield from _order_finding(page, cell, order)


def _order_finding(page: PageRecord, cell: CellRecord, order: list[str]) -> Iterator[Finding]:
    if circle := _circle(page, cell.name):
        if min(circle, key=order.index) != cell.name:
            return  # told at the first cell of the circle
        way = " → ".join(f"`{name}`" for name in circle)
        yield Finding(
            page.path,
            cell.line,
            f"`:after:` goes round in a circle: {way}.",
            "a cell can only build on cells above it.",
        )
        return
    for name in cell.after:
        if name in page.cells and order.index(name) > order.index(cell.name):
            yield Finding(
                page.path,
                cell.line,
                f"`:after:` of `{cell.name}` names `{name}`, which stands below it.",
                "move one of the two, so that the page can be run from top to bottom.",
            )
        elif name in page.cells and page.cells[name].session != cell.session:
            yield Finding(
                page.path,
                cell.line,
                f"`{cell.name}` builds on `{name}`, which runs in another session.",
                "give both the same `:session:`.",
            )


def _circle(page: PageRecord, start: str) -> list[str]:
    """Give a way along ``:after:`` from a cell back to itself, or nothing."""
    ways, seen = [[start]], set()
    while ways:
        way = ways.pop()
        for name in page.cells[way[-1]].after:
            if name == start:
                return [*way, start]
            if name in page.cells and name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def error_findings(page: PageRecord) -> Iterator[Finding]:
    """Find cells whose recorded ending is not the one that they announce."""
    for cell in page.cells.values():
        if cell.recorded_status is None:
            continue
        # `:raises:` may name the module too; the record holds the class name only.
        wanted = cell.raises.rpartition(".")[2] if cell.raises else None
        if cell.recorded_status == "stopped":
            yield Finding(
                page.path,
                cell.line,
                f"`{cell.name}` was stopped while its output was recorded.",
                "make it end within its time limit.",
            )
        elif cell.recorded_error != wanted:
            yield Finding(
                page.path,
                cell.line,
                f"`{cell.name}` ended with {cell.recorded_error or 'no error'}, "
                f"not with {wanted or 'no error'}, when it was recorded.",
                f"say `:raises: {cell.recorded_error}`, or correct the cell."
                if cell.recorded_error
                else "leave `:raises:` out, or correct the cell.",
            )


def picture_findings(page: PageRecord, doctree: nodes.document, app: Sphinx) -> Iterator[Finding]:
    """Find pictures without alternative text."""
    for image in doctree.findall(nodes.image):
        if not image.get("alt", "").strip():
            source, line = get_source_line(image.parent)
            yield Finding(
                relative_path(app.env, source or page.path),
                line or 1,
                f"The picture {image.get('uri', '')} has no alternative text.",
                "say between the brackets what it shows: `![what it shows](picture.svg)`.",
            )


def stale_findings(app: Sphinx, page: PageRecord) -> Iterator[Finding]:
    """Find cells without a fresh record, and records without a cell; one finding each kind and page."""
    docname = app.env.docname
    path = output_path(app.srcdir, docname)
    mend = f"run `python3 build.py record {docname}`."
    missing = [cell for cell in page.cells.values() if cell.recorded_status is None]
    if missing:
        names = ", ".join(f"`{cell.name}`" for cell in missing)
        yield Finding(
            page.path, missing[0].line, f"The recorded output is missing or stale: {names}.", mend
        )
    left = load_outputs(path).keys() - page.cells.keys()
    if left:
        names = ", ".join(f"`{name}`" for name in sorted(left))
        yield Finding(
            page.path, 1, f"Recorded outputs belong to no cell of the page: {names}.", mend
        )
