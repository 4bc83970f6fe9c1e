"""``{exercise} <section>/<name>``: an exercise folder of ``py_checks/`` on a page.

Makes ``pg-exercise > head, task, pre.pg-source, details.pg-hints, details.pg-solution, script.pg-options``.
Takes no options: everything about an exercise is in its folder.
"""

from __future__ import annotations

import difflib
import re

from docutils import nodes

from .directive import LessonDirective
from .exercises import Exercise, find_exercises, folder_listing, read_exercise
from .findings import AuthorMistake
from .nodes import element, options, program, unwrap
from .options import ExerciseOptions
from .pages import ExerciseRecord, curriculum_of, relative_path, root_of
from .python_check import Snippet

DIFFICULTY_WORDS = {1: "Easy", 2: "Medium", 3: "Hard"}

_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+$")


class ExerciseDirective(LessonDirective):
    """An exercise with its task, starter, hints and solution."""

    kind = "exercise"
    takes_argument = True

    def build(self) -> list[nodes.Node]:
        """Make the element and remember the exercise."""
        exercise = self.read_folder()
        self.take_name(exercise.name, None)
        self.remember(exercise)
        node = element(
            "pg-exercise",
            self.heading(exercise),
            element("div", *self.task(exercise), class_="pg-exercise-task"),
            *_programs(exercise.starter),
            self.hints(exercise),
            element(
                "details",
                element("summary", "Solution"),
                *_programs(exercise.solution),
                class_="pg-solution",
            ),
            options(exercise_options(exercise)),
            class_="pg-exercise",
            data_state="unsolved",
            data_exercise=exercise.id,
        )
        return [self.with_id(node, exercise.name)]

    def read_folder(self) -> Exercise:
        """Read the exercise and tell what is wrong in its folder.

        :raises AuthorMistake: The directive names no exercise.
        """
        id_ = self.arguments[0].strip() if self.arguments else ""
        if self.head.body or not _ID.match(id_):
            raise AuthorMistake(
                "An exercise is named on the first line, and has nothing below it.",
                "write as in `{exercise} a-python-core/power-digits`.",
            )
        root = root_of(self.env)
        folder = root / "py_checks" / id_
        self.depend(folder / "exercise.md")
        if not (folder / "exercise.md").is_file():
            known = ["/".join(path.parts[-2:]) for path in find_exercises(root)]
            near = difflib.get_close_matches(id_, known, n=3)
            raise AuthorMistake(
                f"There is no exercise `{id_}` in py_checks/.",
                f"did you mean {', '.join(near)}? Else make the folder py_checks/{id_}."
                if near
                else f"make the folder py_checks/{id_}.",
            )
        for name in folder_listing(folder):
            self.depend(folder / name)
        exercise, findings = read_exercise(folder, curriculum_of(self.env).concepts)
        for finding in findings:
            self.tell_finding(finding)
        return exercise

    def heading(self, exercise: Exercise) -> nodes.Element:
        """Make kind, title and difficulty; the title is a heading below the section's."""
        title = element("p", exercise.title, class_="pg-exercise-title")
        title["heading"] = True
        level = str(exercise.difficulty)
        return element(
            "div",
            element("span", "Exercise", class_="pg-exercise-kind"),
            title,
            element(
                "span",
                DIFFICULTY_WORDS[exercise.difficulty],
                class_="pg-difficulty",
                data_level=level,
            ),
            class_="pg-exercise-head",
        )

    def task(self, exercise: Exercise) -> list[nodes.Node]:
        """Render the task's Markdown."""
        path = exercise.folder / "exercise.md"
        return self.foreign_markdown(exercise.task, path, exercise.task_line).children[:]

    def hints(self, exercise: Exercise) -> nodes.Element:
        """Render the hints as a list."""
        path = exercise.folder / "exercise.md"
        items = [
            element("li", *unwrap(self.foreign_markdown(hint, path, line)))
            for hint, line in zip(exercise.hints, exercise.hint_lines, strict=True)
        ]
        return element(
            "details", element("summary", "Hints"), element("ol", *items), class_="pg-hints"
        )

    def remember(self, exercise: Exercise) -> None:
        """Note the exercise in the lesson model; its programs are checked there."""
        record = ExerciseRecord(
            id=exercise.id,
            title=exercise.title,
            difficulty=exercise.difficulty,
            anchor=exercise.name,
            concepts=exercise.concepts,
            line=self.lineno,
            listing=folder_listing(exercise.folder),
        )
        self.page.exercises.append(record)
        self.page.snippets += exercise_snippets(exercise, relative_path(self.env, exercise.folder))


def exercise_snippets(exercise: Exercise, path: str) -> list[Snippet]:
    """Give all Python files of an exercise, for the syntax check; ``path`` is the folder's, for messages."""
    return [
        Snippet(
            f"{path}/{name}",
            1,
            (exercise.folder / name).read_text(encoding="utf-8"),
            what="The file",
        )
        for name in folder_listing(exercise.folder)
        if name.endswith(".py") and not name.startswith("data/")
    ]


def exercise_options(exercise: Exercise) -> ExerciseOptions:
    """Collect what the page needs to check a submission."""
    return ExerciseOptions(
        id=exercise.id,
        title=exercise.title,
        difficulty=exercise.difficulty,
        concepts=exercise.concepts,
        timeoutS=exercise.timeout_s,
        starter=exercise.starter,
        solution=exercise.solution,
        data=exercise.data,
        check=exercise.check,
    )


def _programs(files: dict[str, str]) -> list[nodes.Node]:
    """Show one program plainly, several as named files."""
    if len(files) == 1:
        return [program(text) for text in files.values()]
    return [
        element("section", program(text, _language(name)), class_="pg-file", data_name=name)
        for name, text in files.items()
    ]


def _language(name: str) -> str:
    return "python" if name.endswith(".py") else "text"
