"""Pages with problems are read again by the next build.

Sphinx tells a warning when it reads a page and forgets it; the next build would find nothing out of date and pass. So
the pages that a build complained about are kept beside its environment, and count as changed next time. Exercise
folders that gained or lost a file, and pages with stale outputs, count as changed too: Sphinx only watches files that
it knows.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from sphinx.util.logging import NAMESPACE

from .complaints import Complaints
from .exercises import folder_listing
from .pages import lesson_domain, root_of

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def listen(app: Sphinx) -> None:
    """Start to collect (event ``builder-inited``)."""
    complaints = lesson_domain(app.env).complaints = Complaints(app.config.suppress_warnings)
    logging.getLogger(NAMESPACE).addHandler(complaints)


def changed_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Name pages to read although their files did not change (event ``env-get-outdated``)."""
    found = set(_kept(app))
    root = root_of(env)
    for docname, page in lesson_domain(env).pages.items():
        folders = ((root / "py_checks" / one.id, one.listing) for one in page.exercises)
        if page.stale or any(folder_listing(folder) != listing for folder, listing in folders):
            found.add(docname)
    return sorted(found)


def keep(app: Sphinx, exception: Exception | None) -> None:
    """Keep the names of the pages with problems (event ``build-finished``)."""
    handler = lesson_domain(app.env).complaints
    logging.getLogger(NAMESPACE).removeHandler(handler)
    pages = sorted({_page_of(app, place) for place, _ in handler.found})
    _file(app).write_text(json.dumps(pages), encoding="utf-8")


def _page_of(app: Sphinx, place: str) -> str:
    """Give the page of a place: a page itself, the one that holds an exercise, or the home page, for all checks."""
    path = place.rpartition(":")[0] or place
    docname = app.env.path2doc(path)
    if docname in app.env.found_docs:
        return docname
    checks = root_of(app.env) / "py_checks"
    for name, page in lesson_domain(app.env).pages.items():
        if any(path.startswith(f"{checks / one.id}/") for one in page.exercises):
            return name
    return app.config.root_doc


def _kept(app: Sphinx) -> list[str]:
    file = _file(app)
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else []


def _file(app: Sphinx) -> Path:
    return app.doctreedir / "groundwork-complaints.json"
