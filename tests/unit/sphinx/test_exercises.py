"""Exercise folders, read without Sphinx."""

import subprocess
import sys
from pathlib import Path

import pytest

from groundwork_sphinx.exercises import ExerciseError, Expectation, find_exercises, load_exercise
from groundwork_sphinx.testing import Project

ROOT = Path(__file__).parents[3]


def test_whole_folder(project: Project):
    """A whole folder gives everything about the exercise."""
    exercise = load_exercise(project.exercise("start/double"), {"A1"})

    assert (exercise.id, exercise.name, exercise.title) == (
        "start/double",
        "double",
        "Twice as much",
    )
    assert (exercise.concepts, exercise.difficulty, exercise.timeout_s) == (["A1"], 1, 5.0)
    assert exercise.hints == ["Use `*`."]
    assert exercise.task == "Write `double(n)`.\n"
    assert exercise.starter == {"submission.py": "def double(n):\n    ...\n"}
    assert exercise.tests == {"test_doubles": "Two becomes four."}
    assert [wrong.name for wrong in exercise.wrong] == ["adds_two", "squares"]
    assert exercise.wrong[0].expectations == (Expectation("test_doubles", "Expected"),)


def test_several_expectations(project: Project):
    """A wrong answer may fail several tests, a parameter set among them."""
    text = "# fails test_doubles[0]: one\n# fails test_doubles: two words\nx = 1\n"
    exercise = load_exercise(project.exercise("start/double", **{"wrong/squares.py": text}))

    assert exercise.wrong[1].expectations == (
        Expectation("test_doubles[0]", "one"),
        Expectation("test_doubles", "two words"),
    )


def test_findings_are_raised(project: Project):
    """A folder that is not whole raises all of its findings at once."""
    folder = project.exercise("start/double", starter_py=None, check_py=None)

    with pytest.raises(ExerciseError) as caught:
        load_exercise(folder)

    assert [finding.path for finding in caught.value.findings] == [
        "py_checks/start/double/check.py",
        "py_checks/start/double/starter.py",
    ]


@pytest.mark.parametrize("folder", find_exercises(ROOT), ids=lambda folder: folder.name)
def test_real_exercises(folder: Path):
    """Every exercise of the course is whole."""
    assert load_exercise(folder).hints


def test_without_sphinx():
    """The model loads where Sphinx is not even installed."""
    code = (
        "import sys; sys.modules['sphinx'] = sys.modules['docutils'] = None\n"
        "import importlib.util as u, types\n"
        "package = types.ModuleType('groundwork_sphinx'); package.__path__ = [sys.argv[1]]\n"
        "sys.modules['groundwork_sphinx'] = package\n"
        "import groundwork_sphinx.exercises, groundwork_sphinx.python_check\n"
    )
    package = ROOT / "site/extension/groundwork_sphinx"

    subprocess.run([sys.executable, "-c", code, package], check=True)
