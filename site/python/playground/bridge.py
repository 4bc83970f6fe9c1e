"""Connects the package to the browser: the only module here that imports what Pyodide provides.

The other half is `site/app/kernel/bridge.ts`. Text and numbers cross, nothing else, so no proxy outlives its call.

A program runs inside one promising call, and so may wait (`run_sync`) for a JavaScript promise: for a line of input,
the end of a sleep, an awaited task, and, about every 50 ms, for one turn of the worker's event loop, in which a Stop
arrives. Where the browser has no such waits (no JSPI), limits still hold, but nothing can be asked for meanwhile.
"""

import asyncio
import contextlib
import functools
import importlib.abc
import importlib.util
import json
import random
import signal
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pyodide.webloop
from pyodide.ffi import can_run_sync, jsnull, run_sync

from playground.errors import CheckSetupError, TimeLimitExceeded, WaitingImpossible
from playground.imports import find_imports
from playground.messages import CheckReport, Display, PythonError, Stream
from playground.runner import Ports, Runner

HOME = "/home/learner"
WORK = "/tmp/check"
BATCH_S = 0.016
BATCH_CHARACTERS = 32_000
REPEAT_S = 0.5
GRACE_S = 0.2
SLICE_S = 0.05
CANNOT_WAIT = "This browser can't wait while Python runs. Use a current Chrome, Edge or Firefox."

_native_sleep = pyodide.webloop._orig_sleep
_native_run = pyodide.webloop._orig_run


class Batch:
    """Collects output, so that a print costs a list entry and not a call into JavaScript."""

    def __init__(self, send: Callable[[Stream, str], object]) -> None:
        """Send with this function."""
        self._send = send
        self._stream: Stream = "stdout"
        self._texts: list[str] = []
        self._characters = 0
        self._sent = 0.0

    def write(self, stream: Stream, text: str) -> None:
        """Send now and then: when it is much, old, or the stream changes."""
        if stream != self._stream:
            self.flush()
            self._stream = stream
        self._texts.append(text)
        self._characters += len(text)
        if self._characters >= BATCH_CHARACTERS or time.monotonic() - self._sent >= BATCH_S:
            self.flush()

    def flush(self) -> None:
        """Send what there is."""
        texts, self._texts, self._characters = self._texts, [], 0
        if texts:
            self._send(self._stream, "".join(texts))
        self._sent = time.monotonic()


class Limit:
    """One time limit under way.

    :ivar ends: When, on the monotonic clock.
    """

    def __init__(self, seconds: float) -> None:
        """Begin now."""
        self.seconds = seconds
        self.ends = time.monotonic() + seconds


class Host:
    """The browser as a running program meets it.

    :param port: Functions of `pythonPort` in `bridge.ts`.
    :param can_wait: Whether the browser has JSPI.
    """

    def __init__(self, port: Any, can_wait: bool) -> None:
        """Take the port; no program runs yet."""
        self.port = port
        self.can_wait = can_wait
        self.batch = Batch(port.write)
        self._limits: list[Limit] = []
        self._quiet = 0
        self._late: BaseException | None = None
        self._break_at: float | None = None

    # ---- the tick

    def on_tick(self, _signal: int, _frame: FrameType | None) -> None:
        """Handle SIGUSR1: let messages in, then end the program if that was asked for."""
        if self._quiet:
            return
        self.flush()
        if self.can_wait and not self._turn():
            return
        self.check()

    def _turn(self) -> bool:
        """Let messages in; False where that can't be: in a callback that JavaScript called directly.

        Such a callback may be Pyodide's own, which must not be ended half way; the next tick comes elsewhere.
        """
        if not can_run_sync():
            return False
        try:
            run_sync(self.port.turn())
        except SystemError:  # can_run_sync() is wrong in callbacks of Pyodide 314.0.7
            return False
        return True

    @contextlib.contextmanager
    def quiet(self) -> Iterator[None]:
        """No tick inside, so that nothing is cut in two. Nothing may wait inside."""
        self._quiet += 1
        try:
            yield
        finally:
            self._quiet -= 1

    def flush(self) -> None:
        """Send what was written."""
        with self.quiet():
            self.batch.flush()

    def check(self) -> None:
        """Raise what ends the program, if it is to end."""
        now = time.monotonic()
        if asyncio._get_running_loop() is None:
            late, self._late = self._late, None
            if late is not None:
                raise late
        elif self._break_at is not None and now >= self._break_at:
            self._break_at = now + REPEAT_S
            raise KeyboardInterrupt
        if self.port.takeStop():
            interrupt()
        for limit in self._limits:
            if now >= limit.ends:
                limit.ends = now + REPEAT_S  # a bare `except:` may swallow the first one
                raise TimeLimitExceeded(limit.seconds)

    def end_late(self, error: BaseException) -> None:
        """Raise in the main program what a callback of the event loop raised."""
        self._late = error
        self.port.wake()

    # ---- limits

    @contextlib.contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Raise `TimeLimitExceeded` inside the block after so many seconds, waits for the learner not counted."""
        limit = Limit(seconds)
        self._limits.append(limit)
        self._tell_limit()
        try:
            yield
        finally:
            self._limits.remove(limit)
            self._tell_limit()

    def _left(self) -> float | None:
        return (
            max(min(limit.ends for limit in self._limits) - time.monotonic(), 0)
            if self._limits
            else None
        )

    def _tell_limit(self) -> None:
        self.port.deadline(self._left())

    # ---- waits

    def pause(self, seconds: float | None) -> None:
        """Wait until woken, at most so long and at most until a limit ends; then end the program if it is to."""
        self.flush()
        ends = [length for length in (seconds, self._left()) if length is not None]
        run_sync(self.port.pause(min(ends) * 1000 if ends else -1))
        self.check()

    def sleep(self, seconds: float, /) -> None:
        """Stand in for `time.sleep`."""
        if not isinstance(seconds, int | float) and not hasattr(seconds, "__index__"):
            raise TypeError(
                f"'{type(seconds).__name__}' object cannot be interpreted as an integer"
            )
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.flush()
        ends = time.monotonic() + seconds
        wait = self.pause if can_run_sync() else lambda left: _native_sleep(min(left, SLICE_S))
        while (left := ends - time.monotonic()) > 0:
            wait(left)

    def ask(self) -> str | None:
        """Wait for a line of the learner; None is end of file."""
        began = time.monotonic()
        self.flush()
        self.port.deadline(None)
        line = run_sync(self.port.line())
        for limit in self._limits:
            limit.ends += time.monotonic() - began
        self._tell_limit()
        self.check()
        return None if line is jsnull else line

    def run_until_complete(self, loop: asyncio.AbstractEventLoop, future: Awaitable[Any]) -> Any:
        """Stand in for `WebLoop.run_until_complete`, in a way that Stop can end."""
        if not can_run_sync():
            if isinstance(future, Coroutine):
                future.close()
            raise WaitingImpossible(CANNOT_WAIT)
        task = asyncio.ensure_future(future, loop=loop)
        task.add_done_callback(lambda _done: self.port.wake())
        while not task.done():
            try:
                self.pause(None)
            except BaseException:
                self._cancel(task)
                raise
        return task.result()

    def await_(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Await on the worker's own loop, where tasks go on between cells."""
        return self.run_until_complete(asyncio.get_event_loop_policy()._base, coroutine)

    def _cancel(self, task: asyncio.Future[Any]) -> None:
        """Give a task the chance to clean up, as `asyncio.run` does after Ctrl-C; break it where it doesn't react."""
        task.cancel()
        self._break_at = time.monotonic() + GRACE_S
        with contextlib.suppress(BaseException):  # the caller raises what came first
            while not task.done():
                self.pause(GRACE_S)
                self.port.wake()  # also those that sleep inside the task
            task.result()
        self._break_at = None

    # ---- one program

    @contextlib.contextmanager
    def program(self) -> Iterator[None]:
        """Around everything that runs a learner's code."""
        self._late = self._break_at = None
        self._limits.clear()
        signal.signal(signal.SIGUSR1, self.on_tick)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        asyncio._set_running_loop(None)
        importlib.invalidate_caches()
        try:
            yield
        finally:
            self._quiet = 0
            self.flush()
            self.port.deadline(None)

    def display(self, display: Display) -> None:
        """Show a picture."""
        self.flush()
        self.port.display(display["mime"], display["data"], display["alt"])


def interrupt() -> None:
    """Do what Ctrl-C does: call the program's own handler, or raise."""
    handler = signal.getsignal(signal.SIGINT)
    # asyncio.Runner's handler only cancels a task, which a coroutine that never awaits doesn't notice.
    if (
        callable(handler)
        and handler is not signal.default_int_handler
        and not isinstance(handler, functools.partial)
    ):
        handler(signal.SIGINT, sys._getframe(1))
    else:
        raise KeyboardInterrupt


# -------------------------------------------------------------------------------- what replaces parts of Pyodide

_host: Host | None = None


def host() -> Host:
    """The browser.

    :raises RuntimeError: `connect` was not called yet.
    """
    if _host is None:
        raise RuntimeError("The kernel is not connected.")
    return _host


def _sleep(seconds: float, /) -> None:
    """Delay execution for a given number of seconds; the argument may be a floating-point number."""
    if _host is None:
        _native_sleep(seconds)
    else:
        _host.sleep(seconds)


def _run_until_complete(self: asyncio.AbstractEventLoop, future: Awaitable[Any]) -> Any:
    return host().run_until_complete(self, future)


def _new_loop() -> pyodide.webloop.WebLoop:
    """A loop that is not "running" yet, so that the standard library's own `asyncio.run` works on it."""
    running = asyncio._get_running_loop()
    loop = pyodide.webloop.WebLoop()
    asyncio._set_running_loop(running)
    loop._keyboard_interrupt_handler = lambda: host().end_late(KeyboardInterrupt())
    loop._system_exit_handler = lambda code: host().end_late(SystemExit(code))
    return loop


class _Policy(pyodide.webloop.WebLoopPolicy):
    """Goes back to the worker's own loop when a program's loop is closed."""

    def __init__(self, base: pyodide.webloop.WebLoop) -> None:
        self._default_loop = self._base = base

    def new_event_loop(self) -> pyodide.webloop.WebLoop:
        return _new_loop()

    def set_event_loop(self, loop: Any) -> None:
        self._default_loop = loop or self._base


def _install() -> None:
    """Replace before other modules take `from time import sleep`; `warm_up` imports those."""
    time.sleep = _sleep
    asyncio.run = _native_run
    pyodide.webloop.WebLoop.run_until_complete = _run_until_complete


_install()


class MissingFinder(importlib.abc.MetaPathFinder):
    """Says why a module that a package would bring is not there."""

    def __init__(self) -> None:
        """Know no reason yet."""
        self.reasons: dict[str, str] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find nothing; raise for modules with a reason."""
        if path is None and fullname in self.reasons:
            raise ModuleNotFoundError(self.reasons[fullname], name=fullname)
        return None


_missing = MissingFinder()


# -------------------------------------------------------------------------------- what the kernel calls


def connect(port: Any, can_wait: bool) -> None:
    """Make the browser known; called once, before anything else here."""
    global _host
    _host = Host(port, can_wait)
    base = _new_loop()
    asyncio.set_event_loop_policy(_Policy(base))
    if _missing not in sys.meta_path:
        sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, _missing)


def freshen() -> None:
    """Make anew what a restored memory snapshot has frozen."""
    random.seed()
    tempfile._name_sequence = None  # type: ignore[attr-defined]
    if hasattr(time, "tzset"):
        time.tzset()
    importlib.invalidate_caches()


def missing_modules(sources: str) -> str:
    """Top-level names that sources import and that can't be imported.

    :param sources: JSON list of texts.
    :returns: JSON list of names.
    """
    names = {name for source in json.loads(sources) for name in find_imports(source)}
    return json.dumps(sorted(name for name in names if _is_missing(name)))


def _is_missing(name: str) -> bool:
    _missing.reasons.pop(name, None)
    if name in sys.modules or name in sys.stdlib_module_names:
        return False
    try:
        return importlib.util.find_spec(name) is None
    except (ImportError, ValueError):  # half-made modules; the import itself will say what is wrong
        return False


def explain_missing(reasons: str) -> None:
    """Let imports fail with these words.

    :param reasons: JSON object, sentence by top-level name.
    """
    _missing.reasons.update(json.loads(reasons))
    importlib.invalidate_caches()


def run(text: str) -> str:
    """Run a cell.

    :param text: `RunRequest` as JSON.
    :returns: `RunResult` as JSON.
    """
    request = json.loads(text)
    with host().program():
        result = _runner().run(
            request["source"],
            request["filename"],
            request["session"],
            stdin=request["stdin"],
            files=request["files"],
            timeout_s=request["timeoutS"],
        )
    return json.dumps(result)


@functools.cache
def _runner() -> Runner:
    """The one runner of this interpreter; it keeps the sessions."""
    browser = host()
    ports = Ports(
        write=browser.batch.write,
        ask=browser.ask if browser.can_wait else None,
        await_=browser.await_ if browser.can_wait else None,
        display=browser.display,
        time_limit=browser.time_limit,
        quiet=browser.quiet,
    )
    return Runner(ports, HOME)


def check(text: str) -> str:
    """Check an exercise.

    :param text: `CheckRequest` as JSON.
    :returns: `CheckReport` as JSON.
    """
    request = json.loads(text)
    with host().program():
        report = _checked(request)
    return json.dumps(report)


def _checked(request: dict[str, Any]) -> CheckReport:
    # Brings pytest, which takes a second where it was not restored from a snapshot.
    from playground.checker import run_checks

    Path(WORK).mkdir(exist_ok=True)
    try:
        return run_checks(
            request["exercise"],
            request["files"],
            request["data"],
            request["check"],
            request["timeoutS"],
            work_dir=WORK,
            time_limit=host().time_limit,
        )
    except KeyboardInterrupt:
        return _no_check("Stopped", "The check was stopped.")
    except CheckSetupError as error:
        return _no_check("CheckSetupError", str(error))


def _no_check(name: str, message: str) -> CheckReport:
    error: PythonError = {
        "name": name,
        "message": message,
        "traceback": "",
        "frames": [],
        "note": None,
    }
    return {"status": "error", "tests": [], "error": error, "stdout": "", "ms": 0.0}


def reset(session: str) -> None:
    """Forget the variables of a session."""
    _runner().reset(session)
