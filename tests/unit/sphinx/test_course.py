"""course.json and the course map."""

import json
from typing import Any

from groundwork_sphinx.testing import Project


def course(project: Project) -> dict[str, Any]:
    """The course.json that was built."""
    return json.loads((project.out / "course.json").read_text(encoding="utf-8"))


def test_course_json(project: Project):
    """course.json names sections, pages in reading order, and what each page holds."""
    project.write(
        "lessons/index.md",
        "# Home\n\n```{course-map}\n```\n\n```{toctree}\nstart/second\nstart/first\n```\n",
    )
    project.exercise("start/double")
    project.lesson("first", "```{exercise} start/double\n```", concepts="[A2]")
    project.lesson(
        "second",
        """
        ```{cell}
        :name: one
        1
        ```

        ```{explain}
        :name: why
        Why?
        ---
        So.
        ```
        """,
    )

    assert project.build(groundwork_build_id="abc") == []

    made = course(project)
    assert made["title"] == "Small course"
    assert made["buildId"] == "abc"
    assert [section["id"] for section in made["sections"]] == ["start", "later"]
    second, first = made["sections"][0]["pages"]
    assert second == {
        "page": "start/second",
        "title": "Lesson second",
        "summary": "Short.",
        "minutes": 5,
        "concepts": [],
        "cells": ["one"],
        "exercises": [],
        "quizzes": [{"name": "why", "kind": "explain"}],
    }
    assert first["concepts"] == ["A2"]
    assert first["exercises"] == [
        {"id": "start/double", "title": "Twice as much", "difficulty": 1, "anchor": "double"}
    ]
    assert made["sections"][1] == {
        "id": "later",
        "letter": "B",
        "title": "Later",
        "summary": "What comes then.",
        "status": "planned",
        "pages": [],
    }
