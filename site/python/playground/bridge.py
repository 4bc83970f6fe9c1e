"""Connects the package to the browser: the only module here that imports what Pyodide provides.

The other half is `site/app/kernel/bridge.ts`. Text and numbers cross, nothing else, so no proxy outlives its call.

A program runs inside one promising call, and so may wait (`run_sync`) for a JavaScript promise: for a line of input,
the end of a sleep, an awaited task, and, about every 50 ms, for one turn of the worker's event loop, in which a Stop
arrives. Where the browser has no such waits (no JSPI), limits still hold, but nothing can be asked for meanwhile.
"""

import asyncio
import functools
import importlib
import json
import random
import tempfile
import time
from collections.abc import Awaitable, Coroutine
from pathlib import Path
from typing import Any

import pyodide.webloop  # type: ignore[import-not-found]
from pyodide.ffi import can_run_sync, jsnull, run_sync  # type: ignore[import-not-found]

from playground import missing
from playground.errors import CheckSetupError
from playground.host import Host, Waiting, entry
from playground.messages import CheckReport, PythonError
from playground.runner import Ports, Runner

HOME = "/home/learner"
WORK = "/tmp/check"

_native_sleep = pyodide.webloop._orig_sleep
_native_run = pyodide.webloop._orig_run
_host: Host | None = None


def host() -> Host:
    """The browser.

    :raises RuntimeError: `connect` was not called yet.
    """
    if _host is None:
        raise RuntimeError("The kernel is not connected.")
    return _host


# -------------------------------------------------------------------------------- what replaces parts of Pyodide


def _sleep(seconds: float, /) -> None:
    """Delay execution for a given number of seconds; the argument may be a floating-point number."""
    if _host is None or seconds <= 0:
        _native_sleep(seconds)  # complains about what is no length of time
    else:
        _host.sleep(seconds)


def _run_until_complete(self: asyncio.AbstractEventLoop, future: Awaitable[Any]) -> Any:
    return host().run_until_complete(self, future)


def _run_handle(self: asyncio.Handle) -> None:
    host().run_handle(self)


def _new_loop() -> pyodide.webloop.WebLoop:
    """A loop that is not "running" yet, so that the standard library's own `asyncio.run` works on it."""
    running = asyncio._get_running_loop()
    loop = pyodide.webloop.WebLoop()
    asyncio._set_running_loop(running)
    loop._keyboard_interrupt_handler = lambda: host().end_late(KeyboardInterrupt())
    loop._system_exit_handler = lambda code: host().end_late(SystemExit(code))
    return loop


class _Policy(pyodide.webloop.WebLoopPolicy):  # type: ignore[misc]
    """Goes back to the worker's own loop when a program's loop is closed."""

    def __init__(self, base: pyodide.webloop.WebLoop) -> None:
        """Take the worker's own loop."""
        self._default_loop = self.base = base

    def new_event_loop(self) -> pyodide.webloop.WebLoop:
        """Make a loop; it becomes the current one only when it is set."""
        return _new_loop()

    def set_event_loop(self, loop: Any) -> None:
        """Set the current loop; None is the worker's own."""
        self._default_loop = loop or self.base


def _replace_sleep() -> None:
    # Before other modules say `from time import sleep`; pytest does, and a memory snapshot holds pytest.
    time.sleep = _sleep  # type: ignore[assignment]


def _replace_loop() -> _Policy:
    asyncio.run = _native_run
    asyncio.Handle._run = _run_handle  # type: ignore[method-assign]
    pyodide.webloop.WebLoop.run_until_complete = _run_until_complete
    policy = _Policy(_new_loop())
    asyncio.set_event_loop_policy(policy)
    return policy


_replace_sleep()


# -------------------------------------------------------------------------------- what the kernel calls


def connect(port: Any, can_wait: bool) -> None:
    """Make the browser known; called once, before anything else here."""
    global _host
    waiting = Waiting(
        can_wait, can_run_sync if can_wait else lambda: False, run_sync, _native_sleep, jsnull
    )
    _host = Host(port, waiting)
    _runner.cache_clear()


@functools.cache
def _runner() -> Runner:
    """The one runner of this interpreter; it keeps the sessions."""
    browser = host()
    base = _replace_loop().base

    def await_(coroutine: Coroutine[Any, Any, Any]) -> Any:
        # On the worker's own loop, where tasks go on between cells.
        return browser.run_until_complete(base, coroutine)

    can_wait = browser.waiting.possible
    ports = Ports(
        write=browser.batch.write,
        ask=browser.ask if can_wait else None,
        await_=await_ if can_wait else None,
        display=browser.display,
        time_limit=browser.time_limit,
        quiet=browser.quiet,
    )
    return Runner(ports, HOME)


def freshen() -> None:
    """Make anew what a restored memory snapshot has frozen."""
    random.seed()
    tempfile._name_sequence = None  # type: ignore[attr-defined]
    if hasattr(time, "tzset"):
        time.tzset()
    importlib.invalidate_caches()


@entry
def run(text: str) -> str:
    """Run a cell.

    :param text: `RunRequest` as JSON.
    :returns: `RunResult` as JSON.
    """
    request = json.loads(text)
    runner = _runner()
    with host().program():
        result = runner.run(
            request["source"],
            request["filename"],
            request["session"],
            stdin=request["stdin"],
            files=request["files"],
            timeout_s=request["timeoutS"],
        )
    return json.dumps(result)


@entry
def check(text: str) -> str:
    """Check an exercise.

    :param text: `CheckRequest` as JSON.
    :returns: `CheckReport` as JSON.
    """
    request = json.loads(text)
    _runner()  # with it comes the event loop that works
    with host().program():
        report = _checked(request)
    return json.dumps(report)


def _checked(request: dict[str, Any]) -> CheckReport:
    Path(WORK).mkdir(exist_ok=True)
    try:
        # Brings pytest, which takes a second where it was not restored from a snapshot: Stop may come here too.
        from playground.checker import run_checks

        return run_checks(
            request["exercise"],
            request["files"],
            request["data"],
            request["check"],
            request["timeoutS"],
            work_dir=WORK,
            time_limit=host().time_limit,
            quiet=host().quiet,
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


def missing_modules(text: str) -> str:
    """Top-level names that sources import and that can't be imported.

    :param text: JSON object, source text by file name; other files of the same request count as there.
    :returns: JSON list of names.
    """
    sources = json.loads(text)
    own = {Path(name).parts[0].removesuffix(".py") for name in sources}
    return json.dumps(missing.missing_modules(sources.values(), own))


def explain_missing(text: str) -> None:
    """Let imports fail with these words.

    :param text: JSON object, sentence by top-level name.
    """
    importlib.invalidate_caches()
    missing.explain(json.loads(text))
