"""The browser as a running program meets it: output in batches, limits, waits that Stop can end.

What only Pyodide has comes in as `Waiting`, so this runs natively, too.
"""

import asyncio
import functools
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any, TypeVar

from playground.errors import TimeLimitExceeded, WaitingImpossible
from playground.messages import Display, Stream

BATCH_S = 0.016
BATCH_SENDINGS = 20
BATCH_CHARACTERS = 32_000
# A bare `except:` swallows the first exception that is to end a program, so it comes again.
REPEAT_S = 0.5
# What a cancelled task has for cleaning up before it is broken off.
GRACE_S = 0.2
ROUNDS = 3
SLICE_S = 0.05
CANNOT_WAIT = "This browser can't wait while Python runs, so asyncio does not work here."
# Callbacks by which Pyodide itself resumes what waits.
RESUMING = ("FutureDoneCallback", "_decrement_in_progress")

_run_handle = asyncio.Handle._run

Function = TypeVar("Function", bound=Callable[..., Any])

# Code objects below which a learner's code runs; a tick does nothing elsewhere.
_entries: set[CodeType] = set()


def entry(function: Function) -> Function:
    """Mark a function: what it calls may be interrupted."""
    _entries.add(function.__code__)
    return function


def _below_entry(frame: FrameType | None) -> bool:
    while frame is not None and frame.f_code not in _entries:
        frame = frame.f_back
    return frame is not None


@dataclass(frozen=True)
class Waiting:
    """How to wait inside a program.

    :ivar possible: Whether the browser can (JSPI).
    :ivar now: Whether the code that runs just now can.
    :ivar until: Waits for a promise and returns its value.
    :ivar block: Sleeps the hard way, seconds; nothing else happens meanwhile.
    :ivar null: JavaScript's null.
    """

    possible: bool
    now: Callable[[], bool]
    until: Callable[[Any], Any]
    block: Callable[[float], object]
    null: object = None


class Batch:
    """Sends output at once, but a flood in batches: a print then costs a list entry and not a call into JavaScript."""

    def __init__(self, send: Callable[[Stream, str], object]) -> None:
        """Send with this function."""
        self._send = send
        self._stream: Stream = "stdout"
        self._texts: list[str] = []
        self._characters = 0
        self._began = 0.0
        self._sendings = 0

    def write(self, stream: Stream, text: str) -> None:
        """Send; what comes after many sendings in a short time waits for the next time span."""
        if stream != self._stream:
            self.flush()
            self._stream = stream
        self._texts.append(text)
        self._characters += len(text)
        now = time.monotonic()
        if now - self._began >= BATCH_S:
            self._began = now
            self._sendings = 0
        if self._sendings < BATCH_SENDINGS or self._characters >= BATCH_CHARACTERS:
            self._sendings += 1
            self.flush()

    def flush(self) -> None:
        """Send what there is."""
        texts, self._texts, self._characters = self._texts, [], 0
        if texts:
            self._send(self._stream, "".join(texts))


class Limit:
    """One time limit under way.

    :ivar ends: When, on the monotonic clock.
    """

    def __init__(self, seconds: float) -> None:
        """Begin now."""
        self.seconds = seconds
        self.ends = time.monotonic() + seconds


class Host:
    """What a program needs of the browser.

    :param port: Functions of `pythonPort` in `bridge.ts`.
    """

    def __init__(self, port: Any, waiting: Waiting) -> None:
        """Take the port; no program runs yet."""
        self.port = port
        self.waiting = waiting
        self.batch = Batch(port.write)
        self._limits: list[Limit] = []
        self._quiet = 0
        self._blocking = 0
        self._deferred: list[asyncio.Handle] = []
        self._late: BaseException | None = None
        self._break_at: float | None = None

    # ---- the tick

    def on_tick(self, _signal: int, frame: FrameType | None) -> None:
        """Handle SIGUSR1: let messages in, then end the program if that was asked for.

        Callbacks of Pyodide and of asyncio itself are left alone: ended half way they would lose a wake-up for good.
        """
        if self._quiet or not _below_entry(frame):
            return
        self.flush()
        if self.waiting.possible and not self._turn():
            return
        self.check()

    def _turn(self) -> bool:
        """Let messages in; False where that can't be: in a callback that JavaScript called directly."""
        if not self.waiting.now():
            return False
        try:
            self._block(self.port.turn())
        except SystemError:  # can_run_sync() is wrong in callbacks of Pyodide 314.0.7
            return False
        return True

    @contextmanager
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
                limit.ends = now + REPEAT_S
                raise TimeLimitExceeded(limit.seconds)

    def end_late(self, error: BaseException) -> None:
        """Raise in the main program what a callback of the event loop raised."""
        self._late = error
        self.port.wake()

    # ---- limits

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Raise `TimeLimitExceeded` inside the block after so many seconds, waits for the learner not counted."""
        limit = Limit(seconds)
        self._limits.append(limit)
        try:
            self._tell_limit()
            self.check()  # Stop may have come while packages were installed
            yield
        finally:
            self._limits.remove(limit)
            self._tell_limit()

    def _left(self) -> float | None:
        ends = [limit.ends for limit in self._limits]
        return max(min(ends) - time.monotonic(), 0) if ends else None

    def _tell_limit(self) -> None:
        self.port.deadline(self._left())

    # ---- waits

    def _block(self, promise: Any) -> Any:
        """Wait as a blocking call does on a machine: no other callback of the event loop runs meanwhile.

        So at most the program and one callback are suspended. More would be dangerous: Python's garbage collector
        reads frames of suspended calls, whose stacks Pyodide may have moved away.
        """
        self._blocking += 1
        try:
            return self.waiting.until(promise)
        finally:
            self._blocking -= 1
            if not self._blocking:
                self._run_deferred()

    def run_handle(self, handle: asyncio.Handle) -> None:
        """Stand in for `asyncio.Handle._run`."""
        callback: Any = handle._callback  # type: ignore[attr-defined]
        resumes = (
            type(callback).__name__ in RESUMING or getattr(callback, "__name__", "") in RESUMING
        )
        if resumes:
            _run_handle(handle)
        elif self._blocking:
            self._deferred.append(handle)
        else:
            self._run_callback(handle)

    @entry
    def _run_callback(self, handle: asyncio.Handle) -> None:
        _run_handle(handle)

    def _run_deferred(self) -> None:
        deferred, self._deferred = self._deferred, []
        for handle in deferred:
            if not handle.cancelled():
                handle._loop.call_soon(_run_handle, handle)  # type: ignore[attr-defined]

    def _longest(self, seconds: float | None) -> float:
        """Milliseconds of a pause that a limit may cut short; negative for ever."""
        ends = [length for length in (seconds, self._left()) if length is not None]
        return min(ends) * 1000 if ends else -1

    def sleep(self, seconds: float, /) -> None:
        """Stand in for `time.sleep`."""
        ends = time.monotonic() + seconds
        self.flush()
        while (left := ends - time.monotonic()) > 0:
            if self.waiting.now():
                self._block(self.port.pause(self._longest(left)))
                self.check()
            else:
                self.waiting.block(min(left, SLICE_S))

    def ask(self) -> str | None:
        """Wait for a line of the learner; None is end of file."""
        began = time.monotonic()
        self.flush()
        self.port.deadline(None)
        line = self._block(self.port.line())
        for limit in self._limits:
            limit.ends += time.monotonic() - began
        self._tell_limit()
        self.check()
        return None if line is self.waiting.null else str(line)

    def run_until_complete(self, loop: asyncio.AbstractEventLoop, future: Awaitable[Any]) -> Any:
        """Run the event loop until a future is done, in a way that Stop can end.

        :raises WaitingImpossible: The browser has no way to wait.
        """
        if not self.waiting.now():
            if isinstance(future, Coroutine):
                future.close()
            raise WaitingImpossible(CANNOT_WAIT)
        task = asyncio.ensure_future(future, loop=loop)
        task.add_done_callback(lambda _done: self.port.wake())
        while not task.done():
            try:
                self._let_loop_run(None)
            except BaseException:
                self._cancel(task)
                raise
        return task.result()

    def _let_loop_run(self, seconds: float | None) -> None:
        self.flush()
        self.waiting.until(self.port.pause(self._longest(seconds)))
        self.check()

    def _cancel(self, task: asyncio.Future[Any]) -> None:
        """Let a task clean up, as `asyncio.run` does after Ctrl-C, and break it where it doesn't react."""
        task.cancel()
        self._break_at = time.monotonic() + GRACE_S
        for _ in range(ROUNDS):
            if task.done():
                break
            with suppress(BaseException):  # the caller raises what came first
                self._let_loop_run(GRACE_S)
            self.port.wake()  # also those that sleep inside the task
        self._break_at = None
        if task.done() and not task.cancelled():
            task.exception()  # seen: asyncio need not report it later

    # ---- one program

    @contextmanager
    def program(self) -> Iterator[None]:
        """Around everything that runs a learner's code."""
        self._late = self._break_at = None
        self._blocking = 0
        self._limits.clear()
        signal.signal(signal.SIGUSR1, self.on_tick)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        asyncio._set_running_loop(None)
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
    own = callable(handler) and not isinstance(handler, functools.partial)
    if callable(handler) and own and handler is not signal.default_int_handler:
        handler(signal.SIGINT, sys._getframe(1))
    else:
        raise KeyboardInterrupt
