"""What a check sees of the learner's program: the fixture `submission`."""

import ast
import difflib
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cached_property
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from playground.errors import (
    CheckSetupError,
    ExpectationFailed,
    RunEnded,
    SubmissionBroken,
)
from playground.isolation import restored
from playground.modules import drop_modules, modules_below
from playground.outcome import Outcome, exit_code, short
from playground.streams import LineInput, Output, Record
from playground.tracebacks import Places, traceback_text

MAIN_FILE = "submission.py"
OUTPUT_LIMIT = 200_000


class Submission:
    """The learner's program, imported once, when a check first asks for something of it.

    Its files must lie in the working directory `folder`, which is on `sys.path` (see `workspace`).

    :ivar files: Text of the learner's files by name.
    :ivar source: Text of the main file.
    """

    def __init__(self, files: Mapping[str, str], folder: Path) -> None:
        """Take the files; nothing runs yet.

        :raises CheckSetupError: There is no main file among them.
        """
        if MAIN_FILE not in files:
            raise CheckSetupError(f"A submission needs a file {MAIN_FILE}; got {sorted(files)}.")
        self.files = dict(files)
        self.source = files[MAIN_FILE]
        self.places = Places(str(folder), hide_root=True)
        self._path = folder / MAIN_FILE

    @cached_property
    def code(self) -> CodeType:
        """The compiled main file.

        :raises SyntaxError: Located in the learner's file.
        """
        return compile(self.source, str(self._path), "exec", dont_inherit=True)

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree of the main file, for checks where the form matters."""
        return ast.parse(self.source, MAIN_FILE)

    @cached_property
    def _imported(self) -> tuple[ModuleType, Record, BaseException | None]:
        module = self._new_module("submission")
        with capture(stdin="", pass_on=False) as record:
            error = self._execute(module)
        if isinstance(error, SystemExit) and exit_code(error) == 0:
            error = None  # a program that ends itself has ended well
        return module, record, error

    @property
    def module(self) -> ModuleType:
        """The imported module.

        :raises SubmissionBroken: It ended with an exception.
        """
        module, _, error = self._imported
        if error is not None:
            raise SubmissionBroken(error)
        return module

    @property
    def stdout(self) -> str:
        """What importing printed."""
        return self._imported[1].text("stdout")

    @property
    def stderr(self) -> str:
        """What importing wrote to standard error."""
        return self._imported[1].text("stderr")

    @property
    def error(self) -> BaseException | None:
        """The exception that ended the import, or None."""
        return self._imported[2]

    @property
    def was_imported(self) -> bool:
        """Whether a check has asked for the module yet."""
        return "_imported" in vars(self)

    def get(self, name: str) -> Any:
        """Return what the program defines under a name.

        :raises ExpectationFailed: It defines no such name.
        """
        defined = vars(self.module)
        if name in defined:
            return defined[name]
        own = [other for other in defined if not other.startswith("__")]
        near = difflib.get_close_matches(name, own, n=1, cutoff=0.7)
        tail = f" It does define `{near[0]}`: is that the one?" if near else ""
        raise ExpectationFailed(f"Your code does not define `{name}` yet.{tail}")

    def expect(self, name: str, *args: Any, **kwargs: Any) -> Outcome:
        """Call a function of the program; what came of it is asked of the outcome.

        :raises ExpectationFailed: There is no such function, or the call did not end in time.
        """
        function = self.get(name)
        if not callable(function):
            raise ExpectationFailed(
                f"`{name}` should be a function, and in your code it is {short(function)}."
            )
        # Taken now, because the call may change its arguments.
        shown = [short(value) for value in args] + [
            f"{key}={short(value)}" for key, value in kwargs.items()
        ]
        call = f"{name}({', '.join(shown)})"
        outcome = Outcome(heading="You called:", what=call, advice=self._advice(name))
        with self._watched(outcome):
            outcome.value = function(*args, **kwargs)
        return outcome

    def run(self, stdin: str = "", argv: Sequence[str] = ()) -> Outcome:
        """Run the program afresh as `__main__`, as `python submission.py ...` would.

        :param stdin: All of standard input; after it comes end of file.
        :param argv: Arguments behind the program's name.
        """
        what = "your program" + (f" with the input {short(stdin)}" if stdin else "")
        what += f" with the arguments {short(list(argv))}" if argv else ""
        outcome = Outcome(heading="You ran:", what=what)
        with self._watched(outcome, stdin), restored(), self._fresh_modules():
            sys.argv = [MAIN_FILE, *argv]
            error = self._execute(self._new_module("__main__"))
            if isinstance(error, SystemExit):
                sys.stderr.write(outcome.exits(error))
            elif error is not None:
                sys.stderr.write(traceback_text(error, self.places) + "\n")
                raise error
        return outcome

    def _new_module(self, name: str) -> ModuleType:
        module = ModuleType(name)
        module.__file__ = str(self._path)
        sys.modules[name] = module
        return module

    def _execute(self, module: ModuleType) -> BaseException | None:
        """Run the main file in a module; returns the exception that ended it."""
        try:
            exec(self.code, vars(module))
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return error
        return None

    @contextmanager
    def _fresh_modules(self) -> Iterator[None]:
        """Let the learner's other files be imported anew, and put the ones in use back."""
        root = self.places.root
        before = {name: sys.modules[name] for name in modules_below(root)}
        drop_modules(before)
        try:
            yield
        finally:
            drop_modules(modules_below(root))
            sys.modules.update(before)

    @contextmanager
    def _watched(self, outcome: Outcome, stdin: str = "") -> Iterator[None]:
        """Note what the block prints and raises."""
        with capture(stdin) as record:
            try:
                yield
            except KeyboardInterrupt:
                raise
            except RunEnded as ended:
                raise ExpectationFailed(f"{outcome.heading_line()}\nIt {ended}") from None
            except BaseException as error:
                outcome.error = error
                outcome.traceback = traceback_text(error, self.places)
        outcome.stdout, outcome.stderr = record.text("stdout"), record.text("stderr")

    def _advice(self, name: str) -> str:
        """What to say first about a function that nobody has written yet."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name:
                return (
                    f"`{name}` has no body yet: write your code in place of the `...`."
                    if _is_empty(node)
                    else ""
                )
        return ""


@contextmanager
def capture(stdin: str, pass_on: bool = True) -> Iterator[Record]:
    """Record what the block prints; `pass_on` shows it on the streams that were there before, too."""
    before = {"stdout": sys.stdout, "stderr": sys.stderr}
    output = Output(lambda stream, text: before[stream].write(text) if pass_on else None)
    source, old_source = LineInput(lambda: None), sys.stdin
    source.feed(stdin)
    record = output.begin(OUTPUT_LIMIT)
    sys.stdin = source
    try:
        with redirect_stdout(output.stdout), redirect_stderr(output.stderr):
            yield record
    finally:
        sys.stdin = old_source
        output.end()


def _is_empty(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a body holds nothing but a docstring, `...` and `pass`."""
    return all(
        isinstance(statement, ast.Pass)
        or (
            isinstance(statement, ast.Expr)
            and isinstance(statement.value, ast.Constant)
            and isinstance(statement.value.value, str | type(...))
        )
        for statement in function.body
    )
