"""Imports what every lesson needs, so that a memory snapshot holds it and no learner waits for it.

Nothing here may keep anything of the browser: a snapshot outlives it.
"""

import importlib
import linecache
import sys
import tempfile

# What programs of the first lessons import, and what our own modules and pytest load late.
MODULES = (
    "ast",
    "asyncio",
    "collections",
    "contextlib",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "importlib.metadata",
    "inspect",
    "io",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "math",
    "operator",
    "os",
    "pathlib",
    "pprint",
    "random",
    "re",
    "shutil",
    "statistics",
    "string",
    "tempfile",
    "textwrap",
    "time",
    "tokenize",
    "traceback",
    "typing",
    "unicodedata",
    "warnings",
    "zoneinfo",
)
CELL = "<warm-up>"
OWN = ("checker", "exercise", "imports", "runner")

# pytest loads its plugins by name when it starts, and the first check should not pay for that.
FIRST_CHECK = '''"""Check that warms pytest up."""


def test_value(submission):
    """A test with an assertion that pytest rewrites."""
    assert submission.get("value") == 1
    submission.expect("double", 2).returns(4)
'''
FIRST_SUBMISSION = "value = 1\n\n\ndef double(number):\n    return number * 2\n"


# The first program and the first traceback load what later ones find loaded.
FIRST_CELLS = ("print(1)\n2", "def f():\n    return 1 / 0\nf()")


def warm_up() -> None:
    """Import the modules, run two cells and one check, which leave nothing behind but loaded modules.

    :raises RuntimeError: A cell or the check did not go as it must, so no other would.
    """
    for name in MODULES:
        importlib.import_module(name)
    for name in OWN:
        importlib.import_module(f"playground.{name}")
    _run_cells()
    _run_check()


def _run_cells() -> None:
    from playground.runner import Ports, Runner

    path = sys.path[:]
    with tempfile.TemporaryDirectory() as home:
        runner = Runner(Ports(write=lambda stream, text: None, await_=None), home)
        ends = [runner.run(source, CELL, "warm-up")["status"] for source in FIRST_CELLS]
    sys.path[:] = path
    linecache.cache.pop(CELL, None)
    if ends != ["ok", "error"]:
        raise RuntimeError(f"The first cells ended with {ends}")


def _run_check() -> None:
    from playground.checker import run_checks
    from playground.limits import unlimited

    files = {"submission.py": FIRST_SUBMISSION}
    report = run_checks("warm-up", files, {}, FIRST_CHECK, 60, time_limit=unlimited)
    if report["status"] != "pass":
        raise RuntimeError(f"The first check did not pass: {report}")
