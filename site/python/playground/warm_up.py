"""Imports what every lesson needs, so that a memory snapshot holds it and no learner waits for it.

Nothing here may keep anything of the browser: a snapshot outlives it.
"""

import importlib

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
OWN = ("checker", "exercise", "imports", "runner")

# pytest loads its plugins by name when it starts, and the first check should not pay for that.
FIRST_CHECK = '''"""Check that warms pytest up."""


def test_value(submission):
    """A test with an assertion that pytest rewrites."""
    assert submission.get("value") == 1
    submission.expect("double", 2).returns(4)
'''
FIRST_SUBMISSION = "value = 1\n\n\ndef double(number):\n    return number * 2\n"


def warm_up() -> None:
    """Import the modules and run one check, which leaves nothing behind but loaded modules.

    :raises RuntimeError: That check did not pass, so no other would.
    """
    for name in MODULES:
        importlib.import_module(name)
    for name in OWN:
        importlib.import_module(f"playground.{name}")
    from playground.checker import run_checks
    from playground.limits import unlimited

    files = {"submission.py": FIRST_SUBMISSION}
    report = run_checks("warm-up", files, {}, FIRST_CHECK, 60, time_limit=unlimited)
    if report["status"] != "pass":
        raise RuntimeError(f"The first check did not pass: {report}")
