"""A second build reads what changed, and only that; what was wrong stays wrong until it is mended."""

import json
from pathlib import Path

import pytest

from groundwork_sphinx.outputs import source_sha256
from groundwork_sphinx.testing import Project

CELL = "```{cell}\n:name: a\nprint(1)\n```"


def read_again(project: Project, **settings: object) -> tuple[str, ...]:
    """Names of the pages that a new build reads."""
    project.build(**settings)
    return project.domain.read_now


def record(project: Project, page: str, source: str, printed: str) -> None:
    """Write a record as `build.py record` does."""
    cell = {
        "source_sha256": source_sha256(source),
        "status": "ok",
        "chunks": [["stdout", printed]],
        "result": None,
        "error": None,
    }
    project.write(f"lessons/_outputs/start/{page}.json", json.dumps({"cells": {"a": cell}}))


def touch(path: Path, text: str) -> None:
    """Change a file in a way that a clock of any precision notices."""
    path.write_text(text, encoding="utf-8")


def test_nothing_changed(project: Project):
    """Nothing is read again when nothing changed."""
    project.exercise("start/double")
    project.lesson("one", "```{exercise} start/double\n```")
    project.build()

    assert read_again(project) == ()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("py_checks/start/double/starter.py", "def double(n): pass\n"),
        ("py_checks/start/double/wrong/squares.py", "# fails test_doubles: x\n"),
        ("py_checks/start/double/wrong/new.py", "# fails test_doubles: x\n"),
        ("lessons/_files/a.csv", "new\n"),
    ],
)
def test_dependencies(project: Project, file: str, text: str):
    """A page is read again when a file of its exercise or cell changes, and no other page is."""
    project.write("lessons/_files/a.csv", "old\n")
    project.exercise("start/double")
    record(project, "one", "print(1)\n", "1\n")
    project.lesson(
        "one",
        "```{exercise} start/double\n```\n\n```{cell}\n:name: a\n:files: a.csv\nprint(1)\n```",
    )
    project.lesson("two", "Text.")
    project.build()

    project.write(file, text)

    assert read_again(project) == ("start/one",)


def test_new_record(project: Project):
    """A new record changes the page that it belongs to."""
    project.lesson("one", CELL)
    project.lesson("two", "Text.")
    project.build()
    assert "older" not in project.body("start/one")

    record(project, "one", "print(1)\n", "one\n")

    assert read_again(project) == ("start/one",)
    assert '<span class="pg-stdout">one\n</span>' in project.body("start/one")
    assert read_again(project) == ()


def test_stale_record_is_told_each_time(project: Project):
    """A build that tolerates a stale record does not hide it from a build that doesn't."""
    record(project, "one", "print(0)\n", "0\n")
    project.lesson("one", CELL)
    assert project.build(groundwork_allow_stale=True) == []

    for _ in range(2):
        (only,) = project.build(groundwork_allow_stale=False)

        assert only == (
            "lessons/start/one.md:8: The recorded output is missing or stale: `a`. "
            "Mend: run `python3 build.py record start/one`."
        )
    record(project, "one", "print(1)\n", "1\n")
    assert project.build(groundwork_allow_stale=False) == []


def test_record_of_a_lost_cell(project: Project):
    """A record without its cell is told."""
    record(project, "one", "print(1)\n", "1\n")
    project.lesson("one", "Text.")

    (only,) = project.build(groundwork_allow_stale=False)

    assert "belong to no cell of the page: `a`" in only


def test_recorded_error_must_be_announced(project: Project):
    """A cell that ended otherwise than it announces is told."""
    record(project, "one", "print(1)\n", "1\n")
    project.lesson("one", "```{cell}\n:name: a\n:raises: ValueError\nprint(1)\n```")

    (only,) = project.build()

    assert only.startswith("lessons/start/one.md:8: `a` ended with no error, not with ValueError")


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("```{cell}\n:name: A\n1\n```", CELL),
        ("```{cell}\n:name: a\nfor\n```", CELL),
        ("[nowhere](#nowhere)", "Text."),
    ],
    ids=["reading", "consistency", "writing"],
)
def test_mistakes_are_told_until_mended(project: Project, broken: str, mended: str):
    """A mistake is told by every build, in whichever phase it is found."""
    lesson = project.lesson("one", broken)
    first = project.build()
    assert len(first) == 1

    assert project.build() == first

    touch(lesson, lesson.read_text().replace(broken, mended))
    assert project.build() == []


def test_mistake_outside_of_pages(project: Project):
    """A mistake in an exercise is told until it is mended there."""
    folder = project.exercise("start/double", solution_py=None)
    project.lesson("one", "```{exercise} start/double\n```")
    first = project.build()
    assert first == [
        "py_checks/start/double/solution.py:1: The file is missing. Mend: every exercise has one."
    ]
    assert project.build() == first

    touch(folder / "solution.py", "def double(n):\n    return n * 2\n")

    assert project.build() == []


def test_course_map_follows(project: Project):
    """The map is written again when a page's title changes, comes or goes."""
    project.write(
        "lessons/index.md",
        "# Home\n\n```{course-map}\n```\n\n```{toctree}\n:glob:\n\nstart/*\n```\n",
    )
    project.lesson("one", "Text.", title="Old title")
    two = project.lesson("two", "Text.", title="Second")
    project.build()
    assert "Old title" in project.body("index").partition("</nav>")[0]

    project.lesson("one", "Text.", title="Quite another title")
    two.unlink()
    project.build()

    made = project.body("index").partition("</nav>")[0]
    assert "Quite another title" in made
    assert "Old title" not in made
    assert "Second" not in made


def test_navigation_follows(project: Project):
    """A page that did not change shows its neighbour's new title."""
    project.lesson("one", "Text.")
    project.lesson("two", "Text.", title="Old title")
    project.build()

    project.lesson("two", "Text.", title="Quite another title")

    assert read_again(project) == ("start/two",)
    made = (project.out / "start/one.html").read_text(encoding="utf-8")
    assert "Quite another title" in made
    assert "Old title" not in made
