"""Exceptions of our own.

GroundworkError
├── CheckSetupError      `check.py` itself is broken: an error of ours, never the learner's
├── SubmissionBroken     a check asked for something of a submission that does not run
├── ExpectationFailed    (also AssertionError) a check did not hold; the text is for the learner
└── WaitingImpossible    (also RuntimeError) this browser can't wait while Python runs

RunEnded                 (BaseException) ends a learner's code from outside
├── TimeLimitExceeded
└── OutputLimitExceeded
"""


class GroundworkError(Exception):
    """Base of what this package raises, but for `RunEnded`."""


class CheckSetupError(GroundworkError):
    """The check of an exercise can't be collected or is wrong in itself."""


class SubmissionBroken(GroundworkError):
    """The learner's program ended with an exception while it was imported.

    :ivar cause: That exception.
    """

    def __init__(self, cause: BaseException) -> None:
        """Keep the learner's exception."""
        super().__init__(f"Your code stopped with {type(cause).__name__} before this test began.")
        self.cause = cause


class ExpectationFailed(GroundworkError, AssertionError):
    """What a check expected did not happen; the text speaks to the learner."""


class WaitingImpossible(GroundworkError, RuntimeError):
    """The browser has no way to wait inside a running program (no JSPI)."""


class RunEnded(BaseException):
    """Ends a learner's code; no `Exception`, so that `except Exception` in that code can't hold it up."""


class TimeLimitExceeded(RunEnded):
    """The code ran longer than it may.

    :ivar seconds: The limit.
    """

    def __init__(self, seconds: float) -> None:
        """Say the limit in words."""
        super().__init__(
            f"took longer than {count(seconds, 'second')}: is there a loop that never ends?"
        )
        self.seconds = seconds


class OutputLimitExceeded(RunEnded):
    """The code printed more than it may.

    :ivar characters: The limit.
    """

    def __init__(self, characters: int) -> None:
        """Say the limit in words."""
        super().__init__(
            f"printed more than {characters:,} characters: is there a loop that never ends?"
        )
        self.characters = characters


def count(number: float, unit: str) -> str:
    """`1 second`, `2.5 seconds`."""
    return f"{number:g} {unit}" if number == 1 else f"{number:g} {unit}s"


# Learners read these names in tracebacks, where the path of our package would only be noise.
for _shown in (WaitingImpossible, TimeLimitExceeded, OutputLimitExceeded):
    _shown.__module__ = "builtins"
