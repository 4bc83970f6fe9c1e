"""What the side navigation shows: the entries of the home page's table of contents, and the pages of the open one.

Only the section that the reader is in is unfolded, so a page's weight does not grow with the course.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from .pages import curriculum_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class Entry(TypedDict):
    """A link; ``letter`` is the section's, empty for none; ``pages`` is empty unless ``open``."""

    page: str
    title: str
    letter: str
    open: bool
    pages: list[Entry]


def navigation(env: BuildEnvironment, here: str) -> list[Entry]:
    """List the entries for a page, in reading order.

    :param here: The page's document name; pages that Sphinx makes itself, as ``search``, open nothing.
    """
    return [_entry(env, page, here) for page in env.toctree_includes.get(env.config.root_doc, [])]


def _entry(env: BuildEnvironment, page: str, here: str) -> Entry:
    section = curriculum_of(env).section_of(page)
    inside = env.toctree_includes.get(page, [])
    unfolded = here == page or here in inside
    return Entry(
        page=page,
        title=section.title if section else env.titles[page].astext(),
        letter=section.letter if section else "",
        open=unfolded,
        pages=[_leaf(env, child) for child in inside] if unfolded else [],
    )


def _leaf(env: BuildEnvironment, page: str) -> Entry:
    return Entry(page=page, title=env.titles[page].astext(), letter="", open=False, pages=[])


def add_navigation(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: object
) -> None:
    """Give the templates ``pg_navigation`` (event ``html-page-context``)."""
    context["pg_navigation"] = navigation(app.env, pagename)
