"""`build.py check`."""

import pytest

from groundwork_sphinx.lint import main
from groundwork_sphinx.testing import Project


@pytest.fixture
def course(project: Project) -> Project:
    """Two pages and two exercises, one of each wrong, one exercise on no page."""
    project.lesson("good", "```{exercise} start/double\n```", concepts="[A1]")
    project.lesson("bad", "```{cell}\n1\n```", concepts="[A2]")
    project.exercise("start/double")
    project.exercise("later/triple", starter_py=None)
    return project


def test_everything(course: Project, capsys: pytest.CaptureFixture[str]):
    """Findings of pages and of exercises on no page are told, by place; then the coverage."""
    assert main([], course.root) == 1

    assert capsys.readouterr().out.splitlines() == [
        "lessons/start/bad.md:8: This `{cell}` has no name. Mend: add a line like `:name: first-steps`.",
        "py_checks/later/triple/starter.py:1: The file is missing. Mend: every exercise has one.",
        "Start: 2 of 2 concepts taught; 1 of 2 concepts exercised (not: A2).",
        "2 things to mend in 3 pages and 2 exercises.",
    ]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ("start/good", 0),
        ("lessons/start/bad.md", 1),
        ("start", 1),
        ("later/triple", 1),
        ("py_checks/later/triple", 1),
    ],
)
def test_chosen_pages(course: Project, capsys: pytest.CaptureFixture[str], chosen: str, told: int):
    """Only findings of the named page, exercise or section count."""
    assert main([chosen], course.root) == told

    assert capsys.readouterr().out.count(" Mend: ") == told


def test_unknown_page(course: Project, capsys: pytest.CaptureFixture[str]):
    """A name that fits nothing is told, rather than that nothing is wrong."""
    assert main(["start/god"], course.root) == 2

    assert "There is no page, exercise or section start/god." in capsys.readouterr().out


def test_mistakes_are_told_again(course: Project, capsys: pytest.CaptureFixture[str]):
    """A second check tells the same, although no file changed."""
    main([], course.root)
    first = capsys.readouterr().out

    main([], course.root)

    assert capsys.readouterr().out == first


def test_exercise_of_a_page(course: Project, capsys: pytest.CaptureFixture[str]):
    """A page's findings include those of its exercises."""
    course.write("py_checks/start/double/stray.txt", "x\n")

    assert main(["start/good"], course.root) == 1
    assert "py_checks/start/double/stray.txt:1: " in capsys.readouterr().out


def test_broken_table(project: Project, capsys: pytest.CaptureFixture[str]):
    """A table that can't be read is one sentence."""
    project.write("lessons/course.toml", "[[sections]\n")

    assert main([], project.root) == 1
    assert capsys.readouterr().out.startswith("lessons/course.toml is not TOML")
