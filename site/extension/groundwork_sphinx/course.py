"""``course.json``: sections, pages, and what each page holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .curriculum import Curriculum, Section
from .nodes import json_text
from .options import Course, CourseExercise, CoursePage, CourseQuestion, CourseSection
from .pages import PageRecord, curriculum_of, lesson_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def collect_course(env: BuildEnvironment) -> Course:
    """Collect the course as it stands in the lesson model, pages in reading order."""
    curriculum = curriculum_of(env)
    pages = list(lesson_domain(env).in_order())
    return Course(
        title=env.config.project,
        buildId=env.config.groundwork_build_id,
        sections=[_section(section, curriculum, pages) for section in curriculum.sections],
    )


def _section(
    section: Section, curriculum: Curriculum, pages: list[tuple[str, PageRecord]]
) -> CourseSection:
    return CourseSection(
        id=section.id,
        letter=section.letter,
        title=section.title,
        summary=section.summary,
        status=section.status,
        pages=[
            _page(docname, page)
            for docname, page in pages
            if curriculum.section_of(docname) == section
        ],
    )


def _page(docname: str, page: PageRecord) -> CoursePage:
    return CoursePage(
        page=docname,
        title=page.front.title,
        summary=page.front.summary,
        minutes=page.front.minutes,
        concepts=page.front.concepts,
        cells=list(page.cells),
        exercises=[
            CourseExercise(
                id=exercise.id,
                title=exercise.title,
                difficulty=exercise.difficulty,
                anchor=exercise.anchor,
            )
            for exercise in page.exercises
        ],
        quizzes=[cast(CourseQuestion, {"name": q.name, "kind": q.kind}) for q in page.questions],
    )


def write_course(app: Sphinx, exception: Exception | None) -> None:
    """Write ``course.json`` beside the pages (event ``build-finished``)."""
    if exception is None and app.builder.format == "html":
        text = json_text(collect_course(app.env)) + "\n"
        (app.outdir / "course.json").write_text(text, encoding="utf-8")
