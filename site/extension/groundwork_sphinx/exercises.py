"""Exercise folders ``py_checks/<section>/<exercise>/``: what is in one, and whether it is whole.

Knows nothing of Sphinx: the directive, the linter and the tests of all exercises read folders through it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from .findings import AuthorMistake, Finding, GroundworkError
from .front_matter import FrontMatter, read_concepts, read_front_matter, read_text
from .options import Difficulty

DEFAULT_TIMEOUT_S = 5.0
"""Time limit of one test where ``exercise.md`` names none."""

MAIN_FILE = "submission.py"

_KEYS = ("title", "concepts", "difficulty", "hints", "files", "timeout", "python")
_ENTRIES = {
    "exercise.md",
    "starter.py",
    "starter",
    "solution.py",
    "solution",
    "check.py",
    "wrong",
    "mutants",
    "data",
}
_FAILS = re.compile(r"# fails (test_\w+(?:\[[^\]]*\])?): (\S.*)$")


@dataclass(frozen=True)
class Expectation:
    """A wrong answer must fail the test ``test`` with ``words`` in its message."""

    test: str
    words: str


@dataclass(frozen=True)
class WrongAnswer:
    """A common mistake.

    :param files: The whole submission, by file name.
    """

    name: str
    path: Path
    files: dict[str, str]
    expectations: tuple[Expectation, ...]


@dataclass
class Exercise:
    """An exercise folder.

    :param id: As ``a-python-core/power-digits``.
    :param task: Markdown; ``task_line`` is its first line in ``exercise.md``, counted from 0.
    :param hint_lines: Where each hint's text starts in ``exercise.md``, counted from 0.
    :param starter: Text by file name, the one that opens first; a single file is ``submission.py``.
    :param data: Data files by name.
    :param tests: First docstring line of each test by function name, in file order.
    :param python: Oldest Python that runs the solution; "3.14" means in the browser only.
    """

    id: str
    folder: Path
    title: str = ""
    concepts: list[str] = field(default_factory=list)
    difficulty: Difficulty = 1
    hints: list[str] = field(default_factory=list)
    hint_lines: list[int] = field(default_factory=list)
    task: str = ""
    task_line: int = 0
    starter: dict[str, str] = field(default_factory=dict)
    solution: dict[str, str] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)
    check: str = ""
    timeout_s: float = DEFAULT_TIMEOUT_S
    python: str = "3.11"
    wrong: list[WrongAnswer] = field(default_factory=list)
    mutants: list[Path] = field(default_factory=list)
    tests: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Last part of the id."""
        return self.id.rpartition("/")[2]


class ExerciseError(GroundworkError):
    """An exercise folder is not whole; ``findings`` say why."""

    def __init__(self, findings: list[Finding]) -> None:
        """Make the error's text of all findings, one a line."""
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


def find_exercises(root: Path) -> list[Path]:
    """List all exercise folders, sorted by id."""
    return sorted(path.parent for path in (root / "py_checks").glob("*/*/exercise.md"))


def folder_listing(folder: Path) -> tuple[str, ...]:
    """List every file below an exercise folder; caches of Python left out."""
    return tuple(
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    )


def load_exercise(folder: Path, concepts: Collection[str] | None = None) -> Exercise:
    """Read one exercise folder that must be whole.

    :param concepts: Known concept ids; None: don't check them.
    :raises ExerciseError: The folder has findings.
    """
    exercise, findings = read_exercise(folder, concepts)
    if findings:
        raise ExerciseError(findings)
    return exercise


def read_exercise(
    folder: Path, concepts: Collection[str] | None = None
) -> tuple[Exercise, list[Finding]]:
    """Read one exercise folder as far as that goes, with everything that is wrong with it.

    Python syntax is not looked at here: ``python_check`` does that for many files at once.
    """
    reader = _FolderReader(folder)
    reader.read(concepts)
    return reader.exercise, sorted(reader.findings)


class _FolderReader:
    """Fills an ``Exercise`` and collects findings on the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = "/".join(("py_checks", *folder.parts[-2:]))
        self.exercise = Exercise("/".join(folder.parts[-2:]), folder)
        self.findings: list[Finding] = []

    def tell(self, file: str, line: int, message: str, mend: str) -> None:
        self.findings.append(Finding(f"{self.path}/{file}", line, message, mend))

    def read(self, concepts: Collection[str] | None) -> None:
        self.read_description(concepts)
        self.exercise.starter = self.read_program("starter")
        self.exercise.solution = self.read_program("solution")
        if self.exercise.starter and self.exercise.starter == self.exercise.solution:
            self.tell(
                "starter.py", 1, "The starter is the solution.", "leave the work to the learner."
            )
        self.read_check()
        self.read_wrong_answers()
        self.exercise.mutants = sorted(self.folder.glob("mutants/*.py"))
        for entry in sorted(self.folder.iterdir()):
            if entry.name not in _ENTRIES and entry.name != "__pycache__":
                self.tell(
                    entry.name, 1, "Nothing reads this file.", "move it to data/ or delete it."
                )

    # ------------------------------------------------------------ exercise.md

    def read_description(self, concepts: Collection[str] | None) -> None:
        try:
            front = read_front_matter((self.folder / "exercise.md").read_text(encoding="utf-8"))
        except FileNotFoundError:
            self.tell("exercise.md", 1, "The file is missing.", "write the task there.")
            return
        except AuthorMistake as broken:
            self.told(broken)
            return
        for mistake in front.unknown_keys(_KEYS):
            self.told(mistake)
        self.exercise.task, self.exercise.task_line = front.body, front.body_line
        if not front.body.strip():
            self.tell("exercise.md", 1, "There is no task.", "write it below the front matter.")
        for read in (self.read_title, self.read_difficulty, self.read_hints, self.read_rest):
            self.attempt(read, front)
        if concepts is not None:
            self.attempt(lambda front: self.read_concepts(front, concepts), front)
        else:
            self.exercise.concepts = front.values.get("concepts") or []

    def attempt(self, read: Callable[[FrontMatter], None], front: FrontMatter) -> None:
        try:
            read(front)
        except AuthorMistake as mistake:
            self.told(mistake)

    def told(self, mistake: AuthorMistake) -> None:
        self.findings.append(mistake.at(f"{self.path}/exercise.md", (mistake.line or 0) + 1))

    def read_title(self, front: FrontMatter) -> None:
        self.exercise.title = read_text(front, "title", "Digits of a power")

    def read_concepts(self, front: FrontMatter, known: Collection[str]) -> None:
        self.exercise.concepts = read_concepts(front, known)
        if not self.exercise.concepts:
            raise front.mistake(
                "concepts", "The exercise trains no concept.", "name at least one id."
            )

    def read_difficulty(self, front: FrontMatter) -> None:
        value = front.values.get("difficulty")
        if value not in (1, 2, 3) or isinstance(value, bool):
            raise front.mistake(
                "difficulty", "`difficulty` is not 1, 2 or 3.", "write as in `difficulty: 2`."
            )
        self.exercise.difficulty = value

    def read_hints(self, front: FrontMatter) -> None:
        hints = front.values.get("hints")
        if not isinstance(hints, list) or not hints:
            raise front.mistake(
                "hints", "There is no hint.", "give at least one, from vague to plain, as a list."
            )
        for i, hint in enumerate(hints):
            if not isinstance(hint, str) or not hint.strip():
                raise front.mistake(
                    f"hints.{i}", "This hint is not a text.", "put it between quotes."
                )
        self.exercise.hints = hints
        self.exercise.hint_lines = [front.lines[f"hints.{i}"] for i in range(len(hints))]

    def read_rest(self, front: FrontMatter) -> None:
        timeout = front.values.get("timeout", DEFAULT_TIMEOUT_S)
        if not isinstance(timeout, int | float) or not 0 < timeout <= 60:
            raise front.mistake(
                "timeout", "`timeout` is not a number of seconds up to 60.", "write `timeout: 10`."
            )
        self.exercise.timeout_s = float(timeout)
        python = front.values.get("python", "3.11")
        if python not in ("3.11", "3.14"):
            raise front.mistake(
                "python", f"`python` can't be `{python}`.", 'write `python: "3.14"` or nothing.'
            )
        self.exercise.python = python
        self.read_data(front)

    def read_data(self, front: FrontMatter) -> None:
        names = front.values.get("files", [])
        present = set(folder_listing(self.folder / "data"))
        if not isinstance(names, list):
            raise front.mistake("files", "`files` is not a list.", "write `files: [hosts.txt]`.")
        for name in names:
            if name not in present:
                raise front.mistake(
                    "files", f"There is no file data/{name}.", "put it there, or name another."
                )
            self.exercise.data[name] = self.text(self.folder / "data" / name)
        for name in sorted(present.difference(names)):
            self.tell(
                f"data/{name}", 1, "The exercise does not name this file.", "add it to `files`."
            )

    # ------------------------------------------------------------ programs

    def text(self, path: Path) -> str:
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            file = path.relative_to(self.folder).as_posix()
            self.tell(file, 1, "The file is not UTF-8 text.", "save it as UTF-8.")
            return ""

    def read_program(self, name: str) -> dict[str, str]:
        single, folder = self.folder / f"{name}.py", self.folder / name
        if folder.is_dir():
            files = self.program_folder(folder)
            if MAIN_FILE not in files:
                self.tell(name, 1, f"The folder has no {MAIN_FILE}.", "name the main file so.")
            return files
        if not single.is_file():
            self.tell(f"{name}.py", 1, "The file is missing.", "every exercise has one.")
            return {}
        return {MAIN_FILE: self.text(single)}

    def program_folder(self, folder: Path) -> dict[str, str]:
        """Read a folder of files, the main file first."""
        names = sorted(folder_listing(folder), key=lambda name: (name != MAIN_FILE, name))
        return {name: self.text(folder / name) for name in names}

    def read_check(self) -> None:
        path = self.folder / "check.py"
        if not path.is_file():
            self.tell("check.py", 1, "The file is missing.", "write tests of `submission` there.")
            return
        self.exercise.check = self.text(path)
        try:
            tree = ast.parse(self.exercise.check)
        except SyntaxError:
            # `python_check` names the mistake; it also knows newer syntax than this Python.
            return
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                self.read_test(node)
        if not self.exercise.tests:
            self.tell(
                "check.py", 1, "There is no test.", "write a function `test_...(submission)`."
            )

    def read_test(self, node: ast.FunctionDef) -> None:
        title = (ast.get_docstring(node) or "").partition("\n")[0]
        self.exercise.tests[node.name] = title
        if not title:
            self.tell(
                "check.py",
                node.lineno,
                f"`{node.name}` has no docstring.",
                "say in one sentence what the learner's code should do.",
            )

    # ------------------------------------------------------------ wrong answers

    def read_wrong_answers(self) -> None:
        entries = sorted(
            path
            for path in self.folder.glob("wrong/*")
            if path.suffix == ".py" or (path.is_dir() and path.name != "__pycache__")
        )
        self.exercise.wrong = [self.wrong_answer(path) for path in entries]
        if len(entries) < 2:
            self.tell(
                "wrong",
                1,
                f"There {'is one wrong answer' if entries else 'are no wrong answers'}.",
                "add real misconceptions until there are at least two.",
            )

    def wrong_answer(self, path: Path) -> WrongAnswer:
        files = self.program_folder(path) if path.is_dir() else {MAIN_FILE: self.text(path)}
        main = path / MAIN_FILE if path.is_dir() else path
        told = main.relative_to(self.folder).as_posix()
        expectations = []
        for number, line in enumerate(files.get(MAIN_FILE, "").splitlines(), 1):
            if not line.startswith("# fails"):
                break
            found = _FAILS.match(line)
            if not found:
                self.bad_expectation(told, number)
                continue
            expectations.append(Expectation(found[1], found[2].strip()))
            self.check_test_name(told, number, found[1].partition("[")[0])
        if not expectations and not any(f.path == f"{self.path}/{told}" for f in self.findings):
            self.bad_expectation(told, 1)
        return WrongAnswer(path.stem, path, files, tuple(expectations))

    def bad_expectation(self, file: str, line: int) -> None:
        self.tell(
            file,
            line,
            "The line does not say which test fails with which words.",
            "write `# fails test_function_name: words of its message`.",
        )

    def check_test_name(self, file: str, line: int, test: str) -> None:
        if self.exercise.tests and test not in self.exercise.tests:
            self.tell(
                file,
                line,
                f"check.py has no test `{test}`.",
                "take one of " + ", ".join(f"`{name}`" for name in self.exercise.tests) + ".",
            )
