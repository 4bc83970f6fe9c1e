"""Front matter in the build: read before MyST reads the page, shown as H1 and ``pg-lead`` below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from .curriculum import curriculum_files
from .findings import AuthorMistake
from .front_matter import PageFront, read_front_matter, read_page_front
from .nodes import element
from .pages import curriculum_of, lesson_domain, tell

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def read_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """Read a page's front matter into the lesson model (event ``source-read``)."""
    page = lesson_domain(app.env).page(docname)
    curriculum = curriculum_of(app.env)
    for path in curriculum_files(app.srcdir):
        app.env.note_dependency(path)
    try:
        page.front, mistakes = read_page_front(
            read_front_matter(source[0]),
            curriculum.concepts,
            lesson=curriculum.section_of(docname) is not None,
        )
    except AuthorMistake as broken:
        mistakes = [broken]
    for mistake in mistakes:
        tell(app.env, mistake.at(page.path, (mistake.line or 0) + 1), "front-matter")


class PageHead(SphinxTransform):
    """Puts the lead below the title, and drops the made title where the body has its own.

    MyST makes a heading of the front matter's title whatever the body holds.
    """

    default_priority = 210

    def apply(self) -> None:
        """Change the head of the page that was just read."""
        page = lesson_domain(self.env).pages.get(self.env.docname)
        if page is None:
            return
        sections = [node for node in self.document if isinstance(node, nodes.section)]
        if len(sections) > 1 and len(sections[0]) == 1 and page.front.title:
            self.document.remove(sections.pop(0))
        if sections and (lead := _lead(page.front)):
            sections[0].insert(1, lead)


def _lead(front: PageFront) -> nodes.Element | None:
    parts = []
    if front.summary:
        parts.append(element("p", front.summary, class_="pg-lead-summary"))
    if front.minutes:
        unit = "minute" if front.minutes == 1 else "minutes"
        parts.append(element("p", f"{front.minutes} {unit}", class_="pg-lead-minutes"))
    return element("div", *parts, class_="pg-lead") if parts else None
