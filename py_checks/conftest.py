"""The fixture `submission`, so that a check also runs as plain pytest.

`pytest py_checks/<section>/<exercise>/check.py --submission wrong/some_mistake.py`; without the option the solution is
checked. The path is relative to the exercise's folder.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from playground.exercise import read_data, read_submission
from playground.submission import Submission
from playground.workspace import workspace


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--submission`."""
    parser.addoption(
        "--submission", metavar="PATH", help="what to check, default: the exercise's solution"
    )


@pytest.fixture(scope="module")
def submission(request: pytest.FixtureRequest) -> Iterator[Submission]:
    """The program under check, in a fresh directory with the exercise's data files."""
    exercise = request.path.parent
    files = read_submission(_chosen(exercise, request.config.getoption("--submission")))
    with workspace({**read_data(exercise), **files}) as folder:
        yield Submission(files, folder)


def _chosen(exercise: Path, option: str | None) -> Path:
    default = exercise / "solution"
    path = (
        exercise / option if option else default if default.is_dir() else default.with_suffix(".py")
    )
    if not path.exists():
        raise pytest.UsageError(f"--submission: there is no {path}.")
    return path
