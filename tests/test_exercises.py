"""Every exercise: its solution passes, its starter fails, each wrong answer fails where and how it says."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from playground.checker import run_checks
from playground.exercise import read_data, read_submission
from playground.messages import CheckReport
from playground.submission import MAIN_FILE

CHECKS = Path(__file__).parents[1] / "py_checks"
DEFAULT_TIMEOUT_S = 5
ANNOUNCED = re.compile(r"# fails (?P<test>test_\w+(?:\[[^\]]*\])?): (?P<words>.+)")

EXERCISES = sorted(path.parent for path in CHECKS.rglob("exercise.md"))
WRONG = sorted(
    path
    for exercise in EXERCISES
    for path in (exercise / "wrong").glob("*")
    if not path.name.startswith("__")
)


def name_of(path: Path) -> str:
    """Id of a test: path below `py_checks`."""
    return path.relative_to(CHECKS).as_posix()


def front_matter(exercise: Path) -> dict[str, Any]:
    """Settings at the top of `exercise.md`."""
    text = (exercise / "exercise.md").read_text(encoding="utf-8")
    return yaml.safe_load(text.split("---\n")[1])


def check(exercise: Path, answer: Path) -> CheckReport:
    """Check one answer as the browser does."""
    settings = front_matter(exercise)
    needed = tuple(int(part) for part in str(settings.get("python", "3.11")).split("."))
    if sys.version_info < needed:
        pytest.skip(f"needs Python {settings['python']}; the browser tests run it")
    return run_checks(
        name_of(exercise),
        read_submission(answer),
        read_data(exercise),
        (exercise / "check.py").read_text(encoding="utf-8"),
        settings.get("timeout", DEFAULT_TIMEOUT_S),
    )


def part_of(exercise: Path, part: str) -> Path:
    """A starter or solution: a folder if the exercise has several files, else a file."""
    return exercise / part if (exercise / part).is_dir() else exercise / f"{part}.py"


def failures(report: CheckReport) -> dict[str, str]:
    """Messages of the tests that failed, by name."""
    return {
        test["name"]: test["message"] for test in report["tests"] if test["outcome"] == "failed"
    }


def test_there_are_exercises():
    """An empty list would let everything below pass."""
    assert EXERCISES
    assert WRONG


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_solution_passes(exercise: Path):
    """Our own answer passes every test."""
    report = check(exercise, part_of(exercise, "solution"))

    assert failures(report) == {}
    assert report["error"] is None
    assert report["status"] == "pass"


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_starter_fails(exercise: Path):
    """What the learner starts from runs, fails, and every failure says something."""
    report = check(exercise, part_of(exercise, "starter"))

    assert report["error"] is None
    assert report["status"] == "fail", report["tests"]
    assert all(failures(report).values())


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_every_test_has_a_title(exercise: Path):
    """The docstring of a test is what the learner reads, so each test has its own sentence."""
    report = check(exercise, part_of(exercise, "solution"))
    titles = {test["name"].partition("[")[0]: test["title"] for test in report["tests"]}

    assert all(title.endswith((".", "?", "!")) for title in titles.values()), titles
    assert len(set(titles.values())) == len(titles), titles


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_two_wrong_answers(exercise: Path):
    """Each exercise proves at least two mistakes."""
    assert len([path for path in WRONG if path.parent.parent == exercise]) >= 2


@pytest.mark.parametrize("answer", WRONG, ids=name_of)
def test_wrong_answer_fails_as_announced(answer: Path):
    """The first lines name the test that fails and words of its message."""
    report = check(answer.parent.parent, answer)
    source = read_submission(answer)[MAIN_FILE]
    announced = list(ANNOUNCED.finditer(source))
    failed = failures(report)

    assert source.startswith("# fails "), (
        "The first line has to be: # fails test_name: words of its message"
    )
    assert report["status"] == "fail", report["error"] or report["tests"]
    for line in announced:
        told = [
            text for name, text in failed.items() if line["test"] in (name, name.partition("[")[0])
        ]
        assert told, f"{line['test']} did not fail; these did: {sorted(failed)}"
        assert any(line["words"] in text for text in told), told
