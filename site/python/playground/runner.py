"""Runs cells: one namespace a session, everything else as it was before each run."""

import asyncio
import builtins
import gc
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from playground.display import picture_of, take_figures
from playground.errors import OutputLimitExceeded, TimeLimitExceeded
from playground.isolation import restored
from playground.limits import TimeLimit
from playground.limits import time_limit as native_time_limit
from playground.messages import Display, PythonError, RunResult, StopReason, Stream
from playground.modules import EditWatch
from playground.outcome import exit_code
from playground.program import Await, compile_program
from playground.streams import LineInput, Output, Record
from playground.tracebacks import Places, describe
from playground.workspace import write_files

OUTPUT_LIMIT = 5_000_000
LONGEST_RESULT = 50_000
SCRIPT_NAME = "main.py"


@dataclass(frozen=True)
class Ports:
    """What a runner needs from its surroundings.

    :ivar write: Gets output at once, in order; may batch.
    :ivar ask: Waits for a line of input, None is end of file; None instead of it: waiting is impossible.
    :ivar await_: Runs a coroutine to its end; None: waiting is impossible.
    :ivar display: Shows a picture.
    :ivar time_limit: Gives a context that raises `TimeLimitExceeded` inside itself after so many seconds.
    :ivar quiet: Gives a context in which nothing may raise from outside, because half of it would do harm.
    """

    write: Callable[[Stream, str], object]
    ask: Callable[[], str | None] | None = None
    await_: Await | None = asyncio.run
    display: Callable[[Display], object] = lambda display: None
    time_limit: TimeLimit = native_time_limit
    quiet: Callable[[], AbstractContextManager[object]] = nullcontext


class Session:
    """One namespace, in a module that is `__main__` while it runs."""

    def __init__(self) -> None:
        """Start empty."""
        self.module = ModuleType("__main__")
        self.namespace["__builtins__"] = builtins
        self.last: Any = None

    @property
    def namespace(self) -> dict[str, Any]:
        """The variables."""
        return vars(self.module)


class Runner:
    """Runs source in sessions.

    :param home: Working directory of the programs, on their import path; edited modules in it are imported anew.
    :param output_limit: Characters that one run may print.
    """

    def __init__(self, ports: Ports, home: Path | str, output_limit: int = OUTPUT_LIMIT) -> None:
        """Make the streams that live as long as the runner."""
        self._ports = ports
        self._home = os.path.realpath(home)
        self._output_limit = output_limit
        self._sessions: dict[str, Session] = {}
        self._filenames: set[str] = set()
        self._edits = EditWatch(self._home)
        self._places = Places(self._home, self._filenames)
        self._output = Output(ports.write)
        self._input = LineInput(ports.ask, lambda line: self._output.write("stdin", line))

    def run(
        self,
        source: str,
        filename: str,
        session: str,
        *,
        stdin: str | None = None,
        files: Mapping[str, str] | None = None,
        timeout_s: float | None = None,
    ) -> RunResult:
        """Run a cell and wait for its end.

        :param filename: As tracebacks name it, `<cell greeting>`.
        :param session: Name of the namespace; made at its first use.
        :param stdin: Lines for `input()` before anyone is asked.
        :param files: Text files put into the home directory where they are missing.
        :param timeout_s: Time limit, seconds; None for none.
        """
        began = time.perf_counter()
        space = self._sessions.setdefault(session, Session())
        with self._prepared(space, stdin, files or {}) as record:
            ended, shown = self._execute(source, filename, space, timeout_s)
            error = None if ended is None else self._told(ended)
        status, reason = _status(ended)
        return {
            "status": status,
            "stdout": record.text("stdout"),
            "stderr": record.text("stderr"),
            "result": shown,
            "error": error,
            "ms": (time.perf_counter() - began) * 1000,
            "chunks": record.chunks,
            "stopReason": reason,
        }

    def reset(self, session: str) -> None:
        """Forget the variables of a session; the learner's modules are imported anew in all of them."""
        self._sessions.pop(session, None)
        self._edits.forget()
        gc.collect()

    @contextmanager
    def _prepared(
        self, space: Session, stdin: str | None, files: Mapping[str, str]
    ) -> Iterator[Record]:
        """Around the program: its streams, directory and `__main__`; afterwards everything is as before."""
        with ExitStack() as cleanup:
            with self._ports.quiet():
                cleanup.enter_context(restored())
                cleanup.callback(self._edits.remember)
                self._enter(space, files)
                self._input.feed(stdin)
                record = self._output.begin(self._output_limit)
                cleanup.callback(self._output.end)
                self._take_streams()
            try:
                yield record
            finally:
                with self._ports.quiet():
                    cleanup.close()

    def _take_streams(self) -> None:
        """Also the ones with underscores, which programs use to undo a redirection."""
        ours = {"stdin": self._input, "stdout": self._output.stdout, "stderr": self._output.stderr}
        for name, stream in ours.items():
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)

    def _enter(self, space: Session, files: Mapping[str, str]) -> None:
        """Make the surroundings of a script that was started in the home directory."""
        home = Path(self._home)
        write_files(
            home, {name: text for name, text in files.items() if not (home / name).exists()}
        )
        os.chdir(home)
        if self._home not in sys.path:
            sys.path.insert(0, self._home)
        sys.argv = [SCRIPT_NAME]
        sys.dont_write_bytecode = (
            True  # a cached module could be older than an edit of the same second
        )
        self._edits.refresh()
        _filter_warnings()
        sys.modules["__main__"] = space.module
        # 3.14 keeps what it once computed from annotations; those of this run are others.
        if sys.version_info >= (3, 14):
            space.namespace.pop("__annotations__", None)

    def _execute(
        self, source: str, filename: str, space: Session, timeout_s: float | None
    ) -> tuple[BaseException | None, str | None]:
        """Run the program; returns what ended it, and the `repr` of its last expression."""
        self._filenames.add(filename)
        limit = nullcontext() if timeout_s is None else self._ports.time_limit(timeout_s)
        try:
            with limit:
                return None, self._evaluate(source, filename, space)
        except BaseException as error:
            return error, None

    def _evaluate(self, source: str, filename: str, space: Session) -> str | None:
        if space.last is not None:
            vars(builtins)["_"] = space.last
        try:
            value = compile_program(source, filename).run(space.namespace, self._ports.await_)
        finally:
            for figure in take_figures():
                self._ports.display(figure)
        if value is None:
            return None
        shown = cut_result(repr(value))
        space.last = value
        picture = picture_of(value)
        if picture is not None:
            self._ports.display(picture)
        return shown

    def _told(self, ended: BaseException) -> PythonError | None:
        """What the page shows of the end of a program; None when it ended well."""
        if isinstance(ended, SystemExit):
            return self._exit(ended)
        try:
            return describe(ended, self._places)
        except BaseException as other:  # Stop, pressed while a __str__ of the learner's runs
            return describe(other, self._places)

    def _exit(self, end: SystemExit) -> PythonError | None:
        """`sys.exit`: a text goes to standard error, as on a command line, and nothing has a traceback."""
        if end.code is not None and not isinstance(end.code, int):
            self._output.stderr.write(f"{end.code}\n")
        code = exit_code(end)
        if code == 0:
            return None
        told = describe(end, self._places)
        note = f"The program ended itself with exit code {code}."
        return {**told, "traceback": "", "note": note}


def cut_result(text: str) -> str:
    """A `repr` for the page, very long ones cut in the middle."""
    if len(text) <= LONGEST_RESULT:
        return text
    half = LONGEST_RESULT // 2
    return f"{text[:half]} … {text[-half:]}\n({len(text):,} characters, the middle is left out)"


def _status(
    ended: BaseException | None,
) -> tuple[Literal["ok", "error", "stopped"], StopReason | None]:
    match ended:
        case None:
            return "ok", None
        case KeyboardInterrupt():
            return "stopped", "learner"
        case TimeLimitExceeded():
            return "stopped", "time"
        case OutputLimitExceeded():
            return "stopped", "output"
        case SystemExit() if exit_code(ended) == 0:
            return "ok", None
        case _:
            return "error", None


def _filter_warnings() -> None:
    """The filters that `python` starts with; the caller puts back those of before."""
    warnings.resetwarnings()
    for ignored in (ResourceWarning, ImportWarning, PendingDeprecationWarning, DeprecationWarning):
        warnings.simplefilter("ignore", ignored)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
