"""Every mistake of a lesson writer is told with file, line and mend.

One course with a page for each mistake is built once; each test looks at its page.
"""

import textwrap
from pathlib import Path

import pytest

from groundwork_sphinx.testing import Project

# Body of a lesson (its first line is line 8 of the file), then the line and parts of what is told.
LESSONS = {
    "no-name": ("```{cell}\nprint()\n```", 8, "has no name", "add a line like `:name:"),
    "bad-name": (
        "```{cell}\n:name: First\nprint()\n```",
        9,
        "`:name:` can't be `First`",
        "small letters",
    ),
    "unknown-option": (
        "```{cell}\n:name: a\n:stdn: x\nprint()\n```",
        10,
        "no option `:stdn:`",
        "`:stdin:`",
    ),
    "option-twice": ("```{cell}\n:name: a\n:name: b\nprint()\n```", 10, "given twice", "keep one"),
    "argument": (
        "```{cell} first\n:name: a\nprint()\n```",
        8,
        "nothing on its first line",
        ":name:",
    ),
    "empty-cell": ("```{cell}\n:name: a\n```", 8, "The cell is empty", "write Python"),
    "bad-timeout": (
        "```{cell}\n:name: a\n:timeout: soon\nprint()\n```",
        10,
        "can't be `soon`",
        "seconds",
    ),
    "bad-editable": (
        "```{cell}\n:name: a\n:editable: maybe\n1\n```",
        10,
        "can't be `maybe`",
        "`yes` or `no`",
    ),
    "bad-volatile": (
        "```{cell}\n:name: a\n:volatile: (\n1\n```",
        10,
        "can't be `(`",
        "regular expression",
    ),
    "bad-raises": (
        "```{cell}\n:name: a\n:raises: Value Error\n1\n```",
        10,
        "can't be",
        "exception class",
    ),
    "no-file": (
        "```{cell}\n:name: a\n:files: none.csv\n1\n```",
        10,
        "no file lessons/_files/none.csv",
        "put it",
    ),
    "file-above": (
        "```{cell}\n:name: a\n:files: ../conf.py\n1\n```",
        10,
        "can't be",
        "lessons/_files",
    ),
    "twice": (
        "```{cell}\n:name: a\n1\n```\n\n```{cell}\n:name: a\n2\n```",
        14,
        "`a` is taken on line 9",
        "another",
    ),
    "heading": (
        "## Over there\n\n```{cell}\n:name: over-there\n1\n```",
        11,
        "heading of this page",
        "another",
    ),
    "after-unknown": (
        "```{cell}\n:name: a\n1\n```\n\n```{cell}\n:name: b\n:after: c\n2\n```",
        13,
        "names `c`, which is no cell",
        "take one of `a`",
    ),
    "after-circle": (
        "```{cell}\n:name: a\n:after: b\n1\n```\n\n```{cell}\n:name: b\n:after: a\n2\n```",
        8,
        "in a circle: `a` → `b` → `a`",
        "above it",
    ),
    "after-self": (
        "```{cell}\n:name: a\n:after: a\n1\n```",
        8,
        "in a circle: `a` → `a`",
        "above it",
    ),
    "after-below": (
        "```{cell}\n:name: a\n:after: b\n1\n```\n\n```{cell}\n:name: b\n2\n```",
        8,
        "names `b`, which stands below",
        "move one",
    ),
    "after-session": (
        "```{cell}\n:name: a\n:session: own\n1\n```\n\n```{cell}\n:name: b\n:after: a\n2\n```",
        14,
        "runs in another session",
        "the same `:session:`",
    ),
    "syntax": (
        "```{cell}\n:name: a\n\nx = 1\nfor\n```",
        12,
        "not Python 3.14",
        "`:raises: SyntaxError`",
    ),
    "loop": ("```{cell}\n:name: a\nbreak\n```", 10, "not Python 3.14", "correct it"),
    "browser": (
        "```{cell}\n:name: a\nimport math\nimport tkinter\n```",
        11,
        "tkinter",
        "show it as text",
    ),
    "browser-name": (
        "```{cell}\n:name: a\nfrom hashlib import scrypt\n```",
        10,
        "hashlib.scrypt",
        "show it as text",
    ),
    "no-exercise": (
        "```{exercise} start/whale\n```",
        8,
        "no exercise `start/whale`",
        "did you mean start/whole",
    ),
    "no-exercise-id": (
        "```{exercise} none\n```",
        8,
        "named on the first line",
        "a-python-core/power-digits",
    ),
    "quiz-one": (
        "```{quiz}\n:name: a\nWhy?\n- [x] So.\n  Yes.\n```",
        8,
        "at least two choices",
        "- [ ]",
    ),
    "quiz-none-right": (
        "```{quiz}\n:name: a\nWhy?\n- [ ] So.\n  No.\n- [ ] Thus.\n  No.\n```",
        11,
        "No choice is right",
        "- [x]",
    ),
    "quiz-no-reason": (
        "```{quiz}\n:name: a\nWhy?\n- [ ] So.\n  No.\n- [x] Thus.\n```",
        13,
        "has no explanation",
        "indented",
    ),
    "quiz-no-question": (
        "```{quiz}\n:name: a\n- [ ] So.\n  No.\n- [x] Thus.\n  Yes.\n```",
        10,
        "no question",
        "above",
    ),
    "quiz-stray": (
        "```{quiz}\n:name: a\nWhy?\n- [ ] So.\nNo.\n- [x] Thus.\n  Yes.\n```",
        12,
        "belongs to no choice",
        "two spaces",
    ),
    "order-no-lines": ("```{order}\n:name: a\nSort.\n```", 8, "The program is missing", "`---`"),
    "order-short": (
        "```{order}\n:name: a\nSort.\n---\na = 1\nb = 2\n```",
        8,
        "too little",
        "three different lines",
    ),
    "order-syntax": (
        "```{order}\n:name: a\nSort.\n\n---\n\na = 1\nb = 2\nelse:\n```",
        16,
        "The right order is not Python 3.14",
        "correct it",
    ),
    "explain-no-answer": (
        "```{explain}\n:name: a\nWhy?\n---\n```",
        11,
        "model answer is missing",
        "below",
    ),
    "picture": (
        "Text.\n\n![](start.svg)",
        10,
        "start.svg has no alternative text",
        "what it shows",
    ),
    "unknown-directive": ("```{sell}\n```", 8, "Unknown directive type: 'sell'", ""),
    "map-body": ("```{course-map}\nall\n```", 9, "takes no body", "delete"),
}

# Front matter that differs from a whole one, then the line and parts of what is told.
FRONTS = {
    "no-title": ({"title": "''"}, 2, "`title` is not a text", "title: "),
    "no-summary": ({"summary": ""}, 3, "`summary` is not a text", "summary: "),
    "bad-minutes": ({"minutes": "soon"}, 4, "`minutes` is not a whole number", "minutes: 8"),
    "bad-concepts": ({"concepts": "A1"}, 5, "not a list of ids", "[A1, A3]"),
    "unknown-concept": ({"concepts": "[A1, Z9]"}, 5, "no concept `Z9`", "concepts.toml"),
    "concept-twice": ({"concepts": "[A1, A1]"}, 5, "`A1` is named twice", "once"),
    "unknown-key": ({"sumary": "x"}, 6, "no key `sumary`", "write `summary`"),
    "bad-yaml": ({"title": "'x"}, 2, "not YAML", "quote"),
}

# Files of an exercise that differ from a whole one, then file, line and parts of what is told.
EXERCISES = {
    "no-starter": ({"starter.py": None}, "starter.py", 1, "The file is missing", "every exercise"),
    "same": (
        {"starter.py": "x = 1\n", "solution.py": "x = 1\n"},
        "starter.py",
        1,
        "The starter is the solution",
        "leave the work",
    ),
    "no-hint": (
        {"exercise.md": "---\ntitle: T\nconcepts: [A1]\ndifficulty: 1\n---\nDo it.\n"},
        "exercise.md",
        1,
        "There is no hint",
        "at least one",
    ),
    "bad-difficulty": (
        {"exercise.md": "---\ntitle: T\nconcepts: [A1]\ndifficulty: 4\nhints: [H.]\n---\nDo it.\n"},
        "exercise.md",
        4,
        "not 1, 2 or 3",
        "difficulty: 2",
    ),
    "bad-concept": (
        {"exercise.md": "---\ntitle: T\nconcepts: [Q1]\ndifficulty: 1\nhints: [H.]\n---\nDo it.\n"},
        "exercise.md",
        3,
        "no concept `Q1`",
        "concepts.toml",
    ),
    "no-task": (
        {"exercise.md": "---\ntitle: T\nconcepts: [A1]\ndifficulty: 1\nhints: [H.]\n---\n"},
        "exercise.md",
        1,
        "There is no task",
        "below the front matter",
    ),
    "no-data": (
        {
            "exercise.md": "---\ntitle: T\nconcepts: [A1]\ndifficulty: 1\nhints: [H.]\nfiles: [a.txt]\n---\nDo it.\n"
        },
        "exercise.md",
        6,
        "no file data/a.txt",
        "put it there",
    ),
    "unnamed-data": (
        {"data/b.txt": "b\n"},
        "data/b.txt",
        1,
        "does not name this file",
        "add it to `files`",
    ),
    "one-wrong": (
        {"wrong/squares.py": None},
        "wrong",
        1,
        "There is one wrong answer",
        "at least two",
    ),
    "wrong-form": (
        {"wrong/squares.py": "def double(n): ...\n"},
        "wrong/squares.py",
        1,
        "does not say which",
        "# fails",
    ),
    "wrong-test": (
        {"wrong/squares.py": "# fails test_halves: no\nx = 1\n"},
        "wrong/squares.py",
        1,
        "no test `test_halves`",
        "`test_doubles`",
    ),
    "no-docstring": (
        {"check.py": "def test_doubles(submission):\n    assert submission\n"},
        "check.py",
        1,
        "has no docstring",
        "one sentence",
    ),
    "no-test": ({"check.py": "x = 1\n"}, "check.py", 1, "There is no test", "test_"),
    "solution-syntax": (
        {"solution.py": "def double(n:\n"},
        "solution.py",
        1,
        "not Python 3.14",
        "correct it",
    ),
    "wrong-syntax": (
        {"wrong/squares.py": "# fails test_doubles: x\nreturn\n"},
        "wrong/squares.py",
        2,
        "not Python 3.14",
        "correct it",
    ),
    "stray": ({"notes.txt": "later\n"}, "notes.txt", 1, "Nothing reads this file", "delete it"),
}


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a build of the course with all mistakes tells."""
    project = Project(tmp_path_factory.mktemp("mistakes"))
    project.exercise("start/whole")
    for name, (body, *_) in LESSONS.items():
        project.lesson(name, body)
    for name, (front, *_) in FRONTS.items():
        project.lesson(name, "Text.", **front)
    for name, (files, *_) in EXERCISES.items():
        project.exercise(f"start/{name}", **files)
    project.lesson(
        "exercises", "\n".join(f"```{{exercise}} start/{name}\n```" for name in EXERCISES)
    )
    return project.build()


def told(complaints: list[str], path: str) -> list[str]:
    """Give the complaints about one file."""
    return [line for line in complaints if line.startswith(f"{path}:")]


@pytest.mark.parametrize("name", LESSONS)
def test_lesson(complaints: list[str], name: str):
    """The one mistake of the page is the one thing that is told about it."""
    _, line, message, mend = LESSONS[name]

    (only,) = [
        text for text in told(complaints, f"lessons/start/{name}.md") if "not readable" not in text
    ]

    assert only.startswith(f"lessons/start/{name}.md:{line}: ")
    assert message in only
    assert mend in only.partition(" Mend: ")[2]


@pytest.mark.parametrize("name", FRONTS)
def test_front_matter(complaints: list[str], name: str):
    """A mistake in the front matter is told at the line of its key."""
    _, line, message, mend = FRONTS[name]

    found = told(complaints, f"lessons/start/{name}.md")

    assert any(
        text.startswith(f"lessons/start/{name}.md:{line}: ") and message in text and mend in text
        for text in found
    ), found


@pytest.mark.parametrize("name", EXERCISES)
def test_exercise(complaints: list[str], name: str):
    """A mistake in an exercise folder is told at the file that has it, and only there."""
    _, file, line, message, mend = EXERCISES[name]

    (only,) = told(complaints, f"py_checks/start/{name}/{file}")

    assert only.startswith(f"py_checks/start/{name}/{file}:{line}: ")
    assert message in only
    assert mend in only.partition(" Mend: ")[2]


def test_whole_exercise_is_left_alone(complaints: list[str]):
    """A whole exercise gives no finding."""
    assert told(complaints, "py_checks/start/whole") == []


def test_right_things_are_left_alone(project: Project):
    """Python 3.14, meant errors and what the browser lacks on purpose are no mistakes."""
    project.write("lessons/_files/a.csv", "x\n")
    project.lesson(
        "right",
        """
        ```{cell}
        :name: newest
        :files: a.csv
        from math import pi
        print(t"{pi}", f"{"same"}")
        try:
            pass
        except ValueError, TypeError:
            pass
        ```

        ```{cell}
        :name: meant
        :raises: SyntaxError
        for
        ```

        ```{cell}
        :name: missing
        :after: newest
        :raises: ModuleNotFoundError
        import tkinter
        ```

        ```{order}
        :name: shell-order
        :language: shell
        Sort.
        ---
        cd somewhere
        ls | wc -l
        cd -
        ```
        """,
    )

    assert project.build() == []


def test_exercise_on_two_pages(project: Project):
    """An exercise has one place, since progress is kept by its id."""
    project.exercise("start/double")
    project.lesson("one", "```{exercise} start/double\n```")
    project.lesson("two", "\n\n```{exercise} start/double\n```")

    (only,) = project.build()

    assert only.startswith(
        "lessons/start/two.md:8: The exercise `start/double` is already in lessons/start/one.md."
    )


def ready(project: Project) -> None:
    """Call the section ``start`` finished."""
    table = project.lessons / "course.toml"
    table.write_text(table.read_text().replace('"planned"', '"ready"', 1))


def test_untaught_concept(project: Project):
    """Every concept of a finished section is taught somewhere."""
    ready(project)
    project.lesson("one", "Text.", concepts="[A1]")

    (only,) = project.build()

    assert only.startswith(
        "lessons/course.toml:1: The section `start` is ready, but no page teaches A2."
    )


def test_taught_concepts(project: Project):
    """Pages share the concepts of a section; planned sections may lack theirs."""
    ready(project)
    project.lesson("one", "Text.", concepts="[A1]")
    project.lesson("two", "Text.", concepts="[A2, A1]")

    assert project.build() == []


def test_exercise_without_page(project: Project):
    """An exercise of a finished section stands on a page."""
    ready(project)
    project.exercise("start/double")
    project.lesson("one", "Text.", concepts="[A1, A2]")

    (only,) = project.build()

    assert only.startswith(
        "py_checks/start/double/exercise.md:1: No page holds the exercise `start/double`."
    )


def test_missing_licences(project: Project):
    """The list of licences must be there before its page."""
    project.lesson("one", "```{licences}\n```")

    (only,) = project.build()

    assert only.startswith(
        "lessons/start/one.md:8: There is no .build/licences.json yet. Mend: run"
    )


def test_task_warnings_point_into_the_exercise(project: Project):
    """What is wrong in a task or hint is told at its line of exercise.md."""
    text = textwrap.dedent("""
        ---
        title: Twice
        concepts: [A1]
        difficulty: 1
        hints:
          - "{nonsense}`x`"
        ---
        Do it.

        ![](picture.svg)
        """).lstrip()
    project.exercise("start/double", exercise_md=text)
    project.lesson("one", "```{exercise} start/double\n```")

    found = project.build()

    path = "py_checks/start/double/exercise.md"
    assert any(line.startswith(f"{path}:10: The picture") for line in found), found
    assert any(line.startswith(f"{path}:6: ") and "nonsense" in line for line in found), found


def test_root_is_not_named(complaints: list[str], tmp_path_factory: pytest.TempPathFactory):
    """Paths in findings are relative to the project."""
    base = Path(tmp_path_factory.getbasetemp()).as_posix()

    assert not [line for line in complaints if base in line.partition(": ")[0]]
