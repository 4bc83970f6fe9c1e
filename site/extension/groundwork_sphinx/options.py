"""JSON that pages carry for the app: mirrors of the shapes in ``site/app/protocol.ts``.

A test compares the field names with the TypeScript, in order.
"""

from __future__ import annotations

from typing import Literal, TypedDict

Difficulty = Literal[1, 2, 3]


class CellOptions(TypedDict):
    """In every ``<pg-cell>``."""

    after: list[str]
    session: str
    # Each scripted line ends in a newline, as it would come from a keyboard.
    stdin: str | None
    raises: str | None
    files: dict[str, str]
    timeoutS: float
    editable: bool
    volatile: list[str]


class ExerciseOptions(TypedDict):
    """In every ``<pg-exercise>``."""

    id: str
    title: str
    difficulty: Difficulty
    concepts: list[str]
    timeoutS: float
    starter: dict[str, str]
    solution: dict[str, str]
    data: dict[str, str]
    check: str


class CourseExercise(TypedDict):
    """An exercise on a page; ``anchor`` is its id in the HTML."""

    id: str
    title: str
    difficulty: int
    anchor: str


class CourseQuestion(TypedDict):
    """A question on a page, by the name that is its id in the HTML."""

    name: str
    kind: Literal["quiz", "order", "explain"]


class CoursePage(TypedDict):
    """A lesson; ``page`` is its document name."""

    page: str
    title: str
    summary: str
    minutes: int
    concepts: list[str]
    cells: list[str]
    exercises: list[CourseExercise]
    quizzes: list[CourseQuestion]


class CourseSection(TypedDict):
    """A section, written or planned."""

    id: str
    letter: str
    title: str
    summary: str
    status: Literal["ready", "planned"]
    pages: list[CoursePage]


class Course(TypedDict):
    """``course.json``."""

    title: str
    buildId: str
    sections: list[CourseSection]
