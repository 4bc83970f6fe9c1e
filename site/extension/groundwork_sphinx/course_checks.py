"""Checks across pages, run when all of them are read: syntax, exercises, coverage of the curriculum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .curriculum import Curriculum
from .exercises import find_exercises
from .findings import Finding
from .pages import LessonDomain, curriculum_of, lesson_domain, root_of, tell
from .python_check import check_snippets

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def note_read_pages(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep the names of the pages that this build reads (event ``env-before-read-docs``)."""
    lesson_domain(env).read_now = tuple(docnames)


def check_course(app: Sphinx, env: BuildEnvironment) -> None:
    """Run all checks (event ``env-check-consistency``)."""
    domain, curriculum = lesson_domain(env), curriculum_of(env)
    read = [domain.pages[name] for name in domain.read_now if name in domain.pages]
    snippets = dict.fromkeys(snippet for page in read for snippet in page.snippets)
    for finding in check_snippets(snippets):
        tell(env, finding, "python")
    for finding in exercise_findings(domain, curriculum, root_of(env)):
        tell(env, finding, "exercise")
    for finding in concept_findings(domain, curriculum):
        tell(env, finding, "concept")


def exercise_findings(
    domain: LessonDomain, curriculum: Curriculum, root: Path
) -> Iterator[Finding]:
    """Find exercises that stand twice in the course, and those of a finished section that stand nowhere."""
    placed: dict[str, str] = {}
    for _, page in domain.in_order():
        for exercise in page.exercises:
            if exercise.id in placed:
                yield Finding(
                    page.path,
                    exercise.line,
                    f"The exercise `{exercise.id}` is already in {placed[exercise.id]}.",
                    "link to it there.",
                )
            placed.setdefault(exercise.id, page.path)
    for folder in find_exercises(root):
        id_ = "/".join(folder.parts[-2:])
        section = curriculum.section_of(id_)
        if id_ not in placed and (section is None or section.status == "ready"):
            yield Finding(
                f"py_checks/{id_}/exercise.md",
                1,
                f"No page holds the exercise `{id_}`.",
                f"put ```{{exercise}} {id_} on a page, or delete the folder.",
            )


def concept_findings(domain: LessonDomain, curriculum: Curriculum) -> Iterator[Finding]:
    """Find concepts of finished sections that no page teaches."""
    taught = taught_by(domain)
    for section in curriculum.sections:
        if section.status != "ready":
            continue
        missing = [id_ for id_ in curriculum.concepts_of(section) if id_ not in taught]
        if missing:
            yield Finding(
                "lessons/course.toml",
                1,
                f"The section `{section.id}` is ready, but no page teaches {', '.join(missing)}.",
                "name them under `concepts` of the page that teaches them, or set the section to `planned`.",
            )


def taught_by(domain: LessonDomain) -> dict[str, list[str]]:
    """Give the pages that teach each concept."""
    return _by_concept((docname, page.front.concepts) for docname, page in domain.in_order())


def exercised_by(domain: LessonDomain) -> dict[str, list[str]]:
    """Give the exercises that train each concept."""
    return _by_concept(
        (exercise.id, exercise.concepts)
        for _, page in domain.in_order()
        for exercise in page.exercises
    )


def _by_concept(rows: Iterable[tuple[str, list[str]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, concepts in rows:
        for concept in concepts:
            found.setdefault(concept, []).append(name)
    return found
