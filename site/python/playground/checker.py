"""Runs the check of an exercise with real pytest, as often as wanted in one interpreter."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from types import ModuleType

import pytest

from playground.errors import CheckSetupError
from playground.limits import TimeLimit
from playground.limits import time_limit as native_time_limit
from playground.messages import CheckReport, PythonError, TestResult
from playground.modules import drop_modules, modules_below
from playground.reporter import Reporter, fixtures
from playground.submission import Submission
from playground.tracebacks import describe
from playground.workspace import temporary_folder, workspace, write_files

# Plugins that would write to the terminal or a cache, watch threads, or cost time: a plugin that collects garbage five
# times at the end of each session, for one, is noticeable in WebAssembly.
UNWANTED_PLUGINS = (
    "cacheprovider",
    "doctest",
    "faulthandler",
    "junitxml",
    "legacypath",
    "pastebin",
    "setuponly",
    "setupplan",
    "stepwise",
    "terminal",
    "threadexception",
    "unraisableexception",
    "warnings",
)


def run_checks(
    exercise_id: str,
    files: Mapping[str, str],
    data: Mapping[str, str],
    check_source: str,
    timeout_s: float,
    *,
    work_dir: Path | str | None = None,
    time_limit: TimeLimit = native_time_limit,
    quiet: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> CheckReport:
    """Check a submission.

    :param exercise_id: As `a-python-core/power-digits`.
    :param files: The learner's files by name; the main one is `submission.py`.
    :param data: Data files of the exercise by name.
    :param check_source: Text of `check.py`.
    :param timeout_s: Time limit of each test, seconds.
    :param work_dir: Directory for temporary files; the check leaves nothing in it.
    :param time_limit: Gives a context that raises `TimeLimitExceeded` inside itself.
    :param quiet: Gives a context in which nothing may raise from outside; for the cleaning up.
    :raises CheckSetupError: The check itself is broken: it can't be imported, or holds no test that can run.
    :raises KeyboardInterrupt: The check was stopped.
    """
    began = time.perf_counter()
    parent = None if work_dir is None else Path(work_dir)
    with ExitStack() as cleanup:
        folder = cleanup.enter_context(workspace({**data, **files}, parent))
        submission = Submission(files, folder)
        try:
            tests, broken = _check(
                submission,
                exercise_id,
                check_source,
                parent,
                Reporter(submission, timeout_s, time_limit),
            )
            error = None if broken is None else describe(broken, submission.places)
        finally:
            with quiet():
                cleanup.close()
        stdout = submission.stdout if submission.was_imported else ""
    return _report(tests, error, stdout, began)


def _check(
    submission: Submission,
    exercise_id: str,
    check_source: str,
    parent: Path | None,
    reporter: Reporter,
) -> tuple[list[TestResult], BaseException | None]:
    """Results of the tests, and why the submission does not run, if it doesn't."""
    broken = _syntax_error(submission)
    if broken is not None:
        return [], broken
    _run_pytest(exercise_id, check_source, parent, reporter, fixtures(submission))
    return reporter.results(), reporter.broken


def _syntax_error(submission: Submission) -> BaseException | None:
    """Why the program can't even be compiled, or None; then no test has to start."""
    try:
        _ = submission.code
    except (SyntaxError, ValueError) as error:  # ValueError: null bytes, half characters
        return error
    return None


def _report(
    tests: list[TestResult], error: PythonError | None, stdout: str, began: float
) -> CheckReport:
    outcomes = {test["outcome"] for test in tests}
    status = "error" if error or "error" in outcomes else "fail" if "failed" in outcomes else "pass"
    return {
        "status": status,  # type: ignore[typeddict-item]
        "tests": tests,
        "error": error,
        "stdout": stdout,
        "ms": (time.perf_counter() - began) * 1000,
    }


def _run_pytest(
    exercise_id: str, check_source: str, parent: Path | None, reporter: Reporter, plugin: ModuleType
) -> None:
    """Run all tests of a check; what happened is in the reporter afterwards."""
    # Apart from the learner's directory, which holds the learner's files only. The name says whose check it is where
    # pytest names the module, and never meets a name of the learner's.
    stem = "check_" + re.sub(r"\W", "_", exercise_id)
    ini = "[pytest]\npython_files = check_*.py\n"
    files = {f"{stem}.py": check_source, "pytest.ini": ini}
    with _check_folder(files, parent) as folder, _undisturbed():
        code = pytest.main(_arguments(folder, stem), plugins=[reporter, plugin])
    if code == pytest.ExitCode.INTERRUPTED and reporter.setup_error is None:
        raise KeyboardInterrupt
    _demand_sound(exercise_id, code, reporter)


def _arguments(folder: Path, stem: str) -> list[str]:
    return [
        str(folder / f"{stem}.py"),
        f"--rootdir={folder}",
        f"--config-file={folder / 'pytest.ini'}",
        f"--basetemp={folder / 'tmp'}",
        "--import-mode=importlib",
        "--noconftest",
        "--disable-plugin-autoload",
        "--capture=no",
        *(f"-pno:{name}" for name in UNWANTED_PLUGINS),
    ]


def _demand_sound(exercise_id: str, code: int, reporter: Reporter) -> None:
    if reporter.setup_error is not None:
        raise CheckSetupError(f"The check of {exercise_id} is broken. {reporter.setup_error}")
    if code == pytest.ExitCode.NO_TESTS_COLLECTED or not reporter.results():
        raise CheckSetupError(
            f"The check of {exercise_id} holds no test: name its functions test_..."
        )
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise CheckSetupError(
            f"pytest could not run the check of {exercise_id} (exit code {int(code)})."
        )
    if all(result["outcome"] == "skipped" for result in reporter.results()):
        raise CheckSetupError(
            f"Every test of the check of {exercise_id} was skipped, so nothing was checked."
        )


@contextmanager
def _check_folder(files: Mapping[str, str], parent: Path | None) -> Iterator[Path]:
    """A second directory beside the learner's, not on the import path."""
    with temporary_folder("pytest-", parent) as folder:
        write_files(folder, files)
        try:
            yield folder
        finally:
            drop_modules(modules_below(str(folder)))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the settings of a pytest around us away, and what pytest leaves in `sys` for debuggers."""
    before = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("PYTEST_")}
    finders = sys.meta_path[:]
    last = {name: getattr(sys, name) for name in _LAST if hasattr(sys, name)}
    try:
        yield
    finally:
        os.environ.update(before)
        sys.meta_path[:] = finders  # a Stop in the wrong place leaves pytest's own there
        for name in _LAST:
            if name in last:
                setattr(sys, name, last[name])
            elif hasattr(sys, name):
                delattr(sys, name)


# They hold the frames of the last failed test, and so the learner's objects.
_LAST = ("last_type", "last_value", "last_traceback", "last_exc")
