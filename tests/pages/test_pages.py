"""Each tiny lesson gives the HTML beside it; ``pytest tests/pages --force-regen`` rewrites the HTML for review."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from groundwork_sphinx.testing import Project

HERE = Path(__file__).parent
LESSONS = sorted(path.stem for path in HERE.glob("*.md"))

TWO_FILES = {
    "starter.py": None,
    "solution.py": None,
    "starter/tools.py": "def three(n):\n    ...\n",
    "starter/submission.py": "from tools import three\n",
    "solution/tools.py": "def three(n):\n    return 3 * n\n",
    "solution/submission.py": "from tools import three\n",
    "data/names.txt": "Ada\nGrace\n",
    "exercise.md": """
        ---
        title: Two files & a list
        concepts: [A1, A2]
        difficulty: 3
        timeout: 2
        files: [names.txt]
        hints:
          - |
            Look at `tools.py`.

            It is short.
          - "Multiply."
        ---
        Mend `three`.

        - It takes a number.
        """,
}


def record(source: str, **told: object) -> dict[str, object]:
    """A cell's record."""
    digest = hashlib.sha256(source.encode()).hexdigest()
    empty = {"status": "ok", "chunks": [], "result": None, "error": None}
    return {"source_sha256": digest, **empty, **told}


RECORDS = {
    "cell-output": {
        "streams": record(
            'import sys\nprint("out <1>")\nprint("out 2")\nprint("err", file=sys.stderr)\n2 + 2\n',
            chunks=[["stdout", "out <1>\n"], ["stdout", "out 2\n"], ["stderr", "err\n"]],
            result="4",
        ),
        "stale": record('print("older")\n', chunks=[["stdout", "older\n"]]),
    },
    "cell-error": {
        "fails": record(
            'print("so far")\nint("x")\n',
            status="error",
            chunks=[["stdout", "so far\n"]],
            error={
                "name": "ValueError",
                "message": "no",
                "traceback": 'Traceback:\n  File "<cell fails>", line 2\nValueError: no\n',
            },
        )
    },
    "cell-hidden-output": {"predict": record("print(6 * 7)\n", chunks=[["stdout", "42\n"]])},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The lessons of this folder, built once."""
    project = Project(tmp_path_factory.mktemp("pages"))
    shutil.copytree(HERE / "project", project.root, dirs_exist_ok=True)
    for name in LESSONS:
        shutil.copy(HERE / f"{name}.md", project.lessons)
    for name, cells in RECORDS.items():
        project.write(f"lessons/_outputs/{name}.json", json.dumps({"cells": cells}))
    project.exercise("start/double")
    project.exercise("start/half")
    project.exercise("start/files", **TWO_FILES)
    # Most of the lessons have no title that a table of contents could show.
    complaints = project.build(
        groundwork_licences="licences.json", suppress_warnings=["toc.not_included"]
    )

    assert complaints == []
    return project


@pytest.mark.parametrize("name", LESSONS)
def test_html(built: Project, name: str, request: pytest.FixtureRequest):
    """The lesson's HTML is the one that was reviewed."""
    expected, made = HERE / f"{name}.html", built.body(name)
    if request.config.getoption("--force-regen", default=False):
        expected.write_text(made, encoding="utf-8")

    assert made == expected.read_text(encoding="utf-8")


def test_every_page_has_its_lesson():
    """No HTML is left behind when a lesson is renamed."""
    assert sorted(path.stem for path in HERE.glob("*.html")) == LESSONS
