"""The JSON of pages mirrors site/app/protocol.ts."""

import re
from pathlib import Path

import pytest

from groundwork_sphinx import options

PROTOCOL = Path(__file__).parents[3] / "site/app/protocol.ts"


def interface_fields(name: str) -> list[str]:
    """Names of an interface's own fields, in order; fields of objects inside it left out."""
    text = PROTOCOL.read_text(encoding="utf-8")
    found = re.search(rf"export interface {name} \{{\n(.*?)\n\}}", text, re.DOTALL)
    assert found, f"protocol.ts has no interface {name}"
    return re.findall(r"^  (\w+)\??:", found[1], re.MULTILINE)


@pytest.mark.parametrize(
    "shape", [options.CellOptions, options.ExerciseOptions], ids=lambda shape: shape.__name__
)
def test_same_fields(shape: type):
    """Both sides name the same fields in the same order."""
    assert list(shape.__annotations__) == interface_fields(shape.__name__)


def test_course_shape():
    """course.json has the fields that the page reads, at every depth."""
    text = (
        PROTOCOL.read_text(encoding="utf-8")
        .partition("export interface Course {")[2]
        .partition("\n}")[0]
    )
    at_depth = {
        depth: re.findall(rf"^ {{{depth}}}(\w+):", text, re.MULTILINE) for depth in (2, 4, 6)
    }

    assert at_depth == {
        2: list(options.Course.__annotations__),
        4: list(options.CourseSection.__annotations__),
        6: list(options.CoursePage.__annotations__),
    }
    for shape in (options.CourseExercise, options.CourseQuestion):
        assert re.search(r"\{ " + r".*".join(f"{name}: " for name in shape.__annotations__), text)
