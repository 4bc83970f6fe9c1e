"""Puts the interpreter back as it was, after code that may have changed anything.

Left alone on purpose: `random` (a seed set in one cell counts in the next, as in one program), `sys.path` (so that a
lesson can show it), loaded modules (see `modules`), locale, threads.
"""

import builtins
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

_SYS_NAMES = (
    "stdin",
    "stdout",
    "stderr",
    "__stdin__",
    "__stdout__",
    "__stderr__",
    "excepthook",
    "__excepthook__",
    "displayhook",
    "unraisablehook",
    "breakpointhook",
    "argv",
    "dont_write_bytecode",
    "tracebacklimit",
    "ps1",
    "ps2",
)
_MISSING = object()


@contextmanager
def restored() -> Iterator[None]:
    """Restore on leaving: streams and hooks of `sys`, builtins, signal handlers, limits, warning filters, decimal
    context, working directory, environment, asyncio's loop, trace function, `__main__`.
    """
    with ExitStack() as stack:
        for keep in _KEEPERS:
            stack.enter_context(keep())
        yield


@contextmanager
def _sys_names() -> Iterator[None]:
    before = {name: getattr(sys, name, _MISSING) for name in _SYS_NAMES}
    try:
        yield
    finally:
        for name, value in before.items():
            if value is not _MISSING:
                setattr(sys, name, value)
            elif hasattr(sys, name):
                delattr(sys, name)


def _dictionary(of: Callable[[], Any]) -> Callable[[], AbstractContextManager[None]]:
    """Keeper of a mapping's items; writes only what differs."""

    @contextmanager
    def keep() -> Iterator[None]:
        mapping = of()
        before = dict(mapping)
        try:
            yield
        finally:
            for key in [key for key in mapping if key not in before]:
                del mapping[key]
            for key, value in before.items():
                if mapping.get(key, _MISSING) is not value and mapping.get(key, _MISSING) != value:
                    mapping[key] = value

    return keep


@contextmanager
def _builtins() -> Iterator[None]:
    """Compared by identity only: the learner's objects may have any `__eq__`."""
    before = dict(vars(builtins))
    try:
        yield
    finally:
        now = vars(builtins)
        if now.keys() != before.keys() or any(now[name] is not before[name] for name in before):
            now.update(before)  # first: without builtins not even the next line would run
            for name in now.keys() - before.keys():
                del now[name]


def _value(
    read: Callable[[], Any], write: Callable[[Any], object]
) -> Callable[[], AbstractContextManager[None]]:
    """Keeper of one setting that has a function to read and one to write it."""

    @contextmanager
    def keep() -> Iterator[None]:
        before = read()
        try:
            yield
        finally:
            if read() != before:
                write(before)

    return keep


@contextmanager
def _signal_handlers() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in signal.valid_signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            # None: a handler that was not set from Python and so can't be set from Python.
            if handler is not None and signal.getsignal(number) != handler:
                signal.signal(number, handler)


@contextmanager
def _decimal_context() -> Iterator[None]:
    """Does not import decimal; if the program does, the default context counts as the one before."""
    module = sys.modules.get("decimal")
    before = module and module.getcontext().copy()
    try:
        yield
    finally:
        module = sys.modules.get("decimal")
        if module is not None:
            module.setcontext(before or module.Context())


@contextmanager
def _main_module() -> Iterator[None]:
    before = sys.modules.get("__main__")
    try:
        yield
    finally:
        if before is None:
            sys.modules.pop("__main__", None)
        else:
            sys.modules["__main__"] = before


@contextmanager
def _working_directory() -> Iterator[None]:
    before = os.getcwd()
    try:
        yield
    finally:
        os.chdir(before)


@contextmanager
def _event_loop() -> Iterator[None]:
    """Asyncio's current loop; read where policies keep it, because asking for it may make one."""
    before = _current_loop()
    try:
        yield
    finally:
        if _current_loop() is not before:
            sys.modules["asyncio"].set_event_loop(before)


def _current_loop() -> Any:
    events = sys.modules.get("asyncio.events")
    policy = getattr(events, "_event_loop_policy", None)
    # Pyodide's policy has the first name, CPython's the second.
    return getattr(policy, "_default_loop", None) or getattr(
        getattr(policy, "_local", None), "_loop", None
    )


_KEEPERS: tuple[Callable[[], AbstractContextManager[Any]], ...] = (
    _sys_names,
    _builtins,
    _main_module,
    _signal_handlers,
    _working_directory,
    _decimal_context,
    _event_loop,
    warnings.catch_warnings,
    _dictionary(lambda: os.environ),
    _value(sys.getrecursionlimit, sys.setrecursionlimit),
    _value(sys.get_int_max_str_digits, sys.set_int_max_str_digits),
    _value(sys.gettrace, sys.settrace),
    _value(sys.getprofile, sys.setprofile),
)
