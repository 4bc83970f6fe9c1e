"""The pytest plugin of a check: gives the fixture, limits each test, turns reports into results for the learner."""

import inspect
import re
import traceback
from collections.abc import Generator
from types import ModuleType

import pytest

from playground.errors import ExpectationFailed, RunEnded, SubmissionBroken, count
from playground.limits import TimeLimit
from playground.messages import TestResult
from playground.submission import Submission, capture
from playground.tracebacks import message_of, traceback_text

LONGEST_OUTPUT = 20_000
# In a check these can only come from the check: the learner's names are reached through the fixture.
AUTHORS_MISTAKES = (NameError, ImportError, SyntaxError, pytest.PytestWarning)


class Reporter:
    """Collects the results of one session.

    :ivar setup_error: Why the check can't be used, for its author, or None.
    :ivar broken: The exception of a submission that does not run, or None.
    """

    def __init__(self, submission: Submission, timeout_s: float, time_limit: TimeLimit) -> None:
        """Test this submission."""
        self._submission = submission
        self._timeout_s = timeout_s
        self._time_limit = time_limit
        self._results: dict[str, TestResult] = {}
        self.setup_error: str | None = None
        self.broken: BaseException | None = None

    def results(self) -> list[TestResult]:
        """One for each test, in the order of the file."""
        return list(self._results.values())

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a check that can't be imported."""
        if report.failed:
            self.setup_error = str(report.longrepr)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Refuse what would pass or fail for no reason of the learner's."""
        for item in items:
            if inspect.iscoroutinefunction(getattr(item, "function", None)):
                self.setup_error = f"{item.name} is async, which checks can't be."
        if self.setup_error:
            items.clear()

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Let pytest draw no tracebacks of failed tests: nobody reads them, and a third of the time went there."""
        for item in session.items:
            item.repr_failure = _only_words  # type: ignore[method-assign]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Keep what the test prints, apart from what pytest's own fixtures capture."""
        doc = inspect.getdoc(getattr(item, "function", None)) or ""
        self._results[item.nodeid] = {
            "name": item.name,
            "title": doc.partition("\n")[0] or _title(item.name),
            "outcome": "passed",
            "message": "",
            "output": "",
            "ms": 0.0,
        }
        with capture(stdin="", pass_on=False) as record:
            result = yield
        printed = "".join(text for _, text in record.chunks)
        self._results[item.nodeid]["output"] = cut(printed)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Generator[None, None, None]:
        """End a test that takes too long."""
        with self._time_limit(self._timeout_s):
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Read the result off pytest's report and the exception itself."""
        report = yield
        result = self._results[item.nodeid]
        result["ms"] += call.duration * 1000
        error = call.excinfo.value if call.excinfo else None
        if report.skipped:
            result["outcome"] = "skipped"
            result["message"] = str(getattr(error, "msg", "") or getattr(report, "wasxfail", ""))
        elif report.failed and result["outcome"] == "passed":
            self._fail(result, error, str(report.longrepr), report.when == "call")
        return report

    def _fail(
        self, result: TestResult, error: BaseException | None, told: str, in_test: bool
    ) -> None:
        if isinstance(error, SubmissionBroken):
            self.broken = error.cause
            result["outcome"], result["message"] = "error", str(error)
        elif error is None:  # pytest itself says so, as of a strict xfail that passes
            result["outcome"], result["message"] = "failed", told
        elif isinstance(error, AssertionError | pytest.fail.Exception | RunEnded):
            result["outcome"], result["message"] = (
                "failed",
                cut(_expectation(error, self._timeout_s)),
            )
        elif in_test and (self._learners(error) or not isinstance(error, AUTHORS_MISTAKES)):
            result["outcome"], result["message"] = "failed", cut(self._raised(error))
        else:
            place = "".join(traceback.format_exception(error)).rstrip()
            result["outcome"] = "error"
            result["message"] = f"The check itself is broken; your code may be right.\n\n{place}"

    def _learners(self, error: BaseException) -> bool:
        """Whether the exception passed through the learner's code."""
        places = self._submission.places
        return any(
            places.shown(frame.filename) for frame in traceback.extract_tb(error.__traceback__)
        )

    def _raised(self, error: BaseException) -> str:
        """The learner's traceback; without a frame of theirs, the line of the check that failed."""
        text = traceback_text(error, self._submission.places)
        if self._learners(error):
            return f"Your code raised {type(error).__name__}.\n\n{text}"
        line = traceback.extract_tb(error.__traceback__)[-1].line
        return f"What your code gave can't be used as this check does:\n\n    {line}\n\n{text}"


def _only_words(excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
    return excinfo.exconly()


def fixtures(value: Submission) -> ModuleType:
    """The plugin with the fixture: a module, since pytest 10 wants no methods for fixtures of a whole session."""

    @pytest.fixture(scope="session")
    def submission() -> Submission:
        return value

    plugin = ModuleType("submission_fixture")
    plugin.submission = submission  # type: ignore[attr-defined]
    return plugin


def _expectation(error: BaseException, timeout_s: float) -> str:
    """What a check says to the learner."""
    if isinstance(error, RunEnded):
        return f"Your code {error}"
    text = str(getattr(error, "msg", None) or message_of(error))
    if isinstance(error, ExpectationFailed) or not isinstance(error, AssertionError):
        return text
    # pytest puts its own "assert ..." below the author's message.
    message, _, comparison = f"\n{text}".partition("\nassert ")
    return message.strip("\n") or f"This does not hold: {comparison}"


def _title(name: str) -> str:
    """A test without a docstring is shown by its name in words."""
    words = re.sub(r"^test_|\[.*\]$", "", name).replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def cut(text: str) -> str:
    """Text for the page, very long ones cut in the middle."""
    if len(text) <= LONGEST_OUTPUT:
        return text
    half = LONGEST_OUTPUT // 2
    left_out = count(len(text) - 2 * half, "character")
    return f"{text[:half]}\n… {left_out} left out …\n{text[-half:]}"
