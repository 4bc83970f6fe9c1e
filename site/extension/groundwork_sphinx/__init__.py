"""Groundwork's Sphinx extension: lessons in Markdown become pages that the app can upgrade.

``setup`` wires the parts; each directive has a module of its own. Every mistake of a lesson writer is a
warning with file, line and mend, and the build treats warnings as errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .cell import CellDirective
from .config import add_settings
from .course import write_course
from .course_checks import check_course, note_read_pages
from .course_map import CourseMapDirective, course_map, fill_map
from .exercise import ExerciseDirective
from .explain import ExplainDirective
from .licences import LicencesDirective
from .navigation import add_navigation
from .nodes import add_nodes
from .order import OrderDirective
from .page_checks import check_page
from .page_head import PageHead, read_page
from .pages import LessonDomain
from .quiz import QuizDirective
from .recheck import changed_pages, keep, listen
from .rewrite import pages_to_write

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_DIRECTIVES = (
    CellDirective,
    ExerciseDirective,
    QuizDirective,
    OrderDirective,
    ExplainDirective,
    CourseMapDirective,
    LicencesDirective,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Add settings, nodes, directives and checks to Sphinx."""
    add_settings(app)
    add_nodes(app)
    app.add_node(course_map)
    app.add_domain(LessonDomain)
    for directive in _DIRECTIVES:
        app.add_directive(directive.kind, directive)
    app.add_transform(PageHead)
    app.connect("builder-inited", listen)
    app.connect("env-get-outdated", changed_pages)
    app.connect("env-before-read-docs", note_read_pages)
    app.connect("source-read", read_page)
    app.connect("doctree-read", check_page)
    app.connect("env-updated", pages_to_write)
    app.connect("env-check-consistency", check_course)
    app.connect("doctree-resolved", fill_map)
    app.connect("html-page-context", add_navigation)
    app.connect("build-finished", write_course)
    app.connect("build-finished", keep)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
