"""``{course-map}``: all sections with their pages and exercises; planned ones are named as such.

A placeholder is read; the list is made when the page is written, from what all pages hold by then.
Makes ``nav.pg-map > ol.pg-map-sections > li.pg-map-section[data-status]``, with each exercise as
``li[data-exercise]``, which the page's script marks when it is solved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from .course import collect_course
from .directive import LessonDirective
from .findings import AuthorMistake
from .nodes import element
from .options import CourseExercise, CoursePage, CourseSection

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class course_map(nodes.General, nodes.Element):
    """Stands where the map will be."""


class CourseMapDirective(LessonDirective):
    """The course map."""

    kind = "course-map"

    def build(self) -> list[nodes.Node]:
        """Leave a placeholder."""
        if self.head.body:
            raise AuthorMistake("The course map takes no body.", "delete it.", self.head.body_line)
        self.page.map_line = self.lineno
        return [course_map()]


def fill_map(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the list in the placeholder's place (event ``doctree-resolved``)."""
    for place in list(doctree.findall(course_map)):
        sections = [_section(app, docname, row) for row in collect_course(app.env)["sections"]]
        items = element("ol", *sections, class_="pg-map-sections")
        place.replace_self(element("nav", items, class_="pg-map", aria_label="Course map"))


def _section(app: Sphinx, here: str, row: CourseSection) -> nodes.Element:
    title = element("p", class_="pg-map-title")
    if row["letter"]:
        title += [element("span", row["letter"], class_="pg-map-letter"), nodes.Text(" ")]
    title += element("span", row["title"], class_="pg-map-name")
    if row["status"] == "planned":
        title += [nodes.Text(" "), element("span", "planned", class_="pg-map-planned")]
    title["heading"] = True
    parts = [title, element("p", row["summary"], class_="pg-map-summary")]
    if row["pages"]:
        parts.append(
            element("ol", *(_page(app, here, page) for page in row["pages"]), class_="pg-map-pages")
        )
    return element(
        "li", *parts, class_="pg-map-section", data_section=row["id"], data_status=row["status"]
    )


def _page(app: Sphinx, here: str, page: CoursePage) -> nodes.Element:
    link = app.builder.get_relative_uri(here, page["page"])
    item = element(
        "li",
        element("a", page["title"], href=link),
        " ",
        element("span", f"{page['minutes']} min", class_="pg-map-minutes"),
        class_="pg-map-page",
        data_page=page["page"],
    )
    if page["exercises"]:
        rows = (_exercise(link, exercise) for exercise in page["exercises"])
        item += element("ul", *rows, class_="pg-map-exercises")
    return item


def _exercise(link: str, exercise: CourseExercise) -> nodes.Element:
    anchor = element("a", exercise["title"], href=f"{link}#{exercise['anchor']}")
    return element("li", anchor, class_="pg-map-exercise", data_exercise=exercise["id"])
