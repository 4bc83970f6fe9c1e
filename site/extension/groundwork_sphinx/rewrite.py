"""Pages to write again although nothing in them changed: what they show of other pages did.

The course map shows every page; the navigation beside, above and below each page shows titles and order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .course import collect_course
from .nodes import json_text
from .pages import lesson_domain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Name them (event ``env-updated``)."""
    domain = lesson_domain(env)
    seen = {"course": json_text(collect_course(env)), "navigation": _navigation(env)}
    changed = {name for name, text in seen.items() if domain.data[name] != text}
    domain.data.update(seen)
    if "navigation" in changed:
        return sorted(env.found_docs)
    if "course" in changed:
        return [docname for docname, page in domain.pages.items() if page.map_line]
    return []


def _navigation(env: BuildEnvironment) -> str:
    titles = {docname: title.astext() for docname, title in sorted(env.titles.items())}
    return json_text([titles, sorted(env.toctree_includes.items())])
