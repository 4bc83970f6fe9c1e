"""What came of a call of the learner's code, and the sentences when that was not what a check expects."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.errors import ExpectationFailed

LONGEST_REPR = 300
LABEL_WIDTH = 14
"""So that the values of `It returned:` and `Expected:` stand below each other."""


@dataclass
class Outcome:
    """A call or a run that has ended.

    :ivar value: What it returned.
    :ivar error: What it raised, or None.
    :ivar exit_code: What a program gave to `sys.exit`, 0 if it just ended.
    :ivar traceback: Of the error, the learner's frames only.
    """

    heading: str
    what: str
    advice: str = ""
    value: Any = None
    error: BaseException | None = None
    exit_code: int = 0
    stdout: str = ""
    stderr: str = ""
    traceback: str = ""

    def returns(self, value: Any, hint: str = "") -> "Outcome":
        """Fail unless this value came back. `True` is not taken for 1, nor the reverse."""
        if self.error is None and _same(self.value, value):
            return self
        raise self._failure(self._came_back(), short(value), hint, self._printed_instead(value))

    def raises(
        self,
        kind: type[BaseException] | tuple[type[BaseException], ...],
        match: str | None = None,
        hint: str = "",
    ) -> "Outcome":
        """Fail unless such an exception came; `match` is a regular expression searched in its text."""
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if isinstance(self.error, kinds) and (match is None or re.search(match, str(self.error))):
            return self
        wanted = " or ".join(one.__name__ for one in kinds)
        if match is not None:
            wanted += f" with a text like {match!r}"
        raise self._failure(self._came_back(), wanted, hint)

    def prints(self, text: str, hint: str = "") -> "Outcome":
        """Fail unless this was printed; spaces at the ends of lines and empty lines at the end don't count."""
        if self.error is None and _lines(self.stdout) == _lines(text):
            return self
        if self.error is not None:
            raise self._failure(self._came_back(), _block(text), hint)
        returned = ""
        if isinstance(self.value, str) and _lines(self.value) == _lines(text):
            returned = "The function returns the text. Here it should print it."
        printed = _labelled("It printed:", _block(self.stdout) or "nothing")
        raise self._failure(
            printed,
            _block(text) or "nothing",
            hint,
            returned or _first_difference(self.stdout, text),
        )

    def satisfies(
        self, predicate: Callable[[Any], object], expected: str, hint: str = ""
    ) -> "Outcome":
        """Fail unless the predicate holds for the value that came back; `expected` says it in words."""
        if self.error is None and predicate(self.value):
            return self
        raise self._failure(self._came_back(), expected, hint)

    def exits(self, end: SystemExit) -> str:
        """Take `sys.exit` as the end of a program; returns what a command line would show of it.

        A text given to `sys.exit` is shown on standard error and means exit code 1.
        """
        self.exit_code = exit_code(end)
        self.error = end if self.exit_code else None
        return "" if end.code is None or isinstance(end.code, int) else f"{end.code}\n"

    def heading_line(self) -> str:
        """First line of every message."""
        return _labelled(self.heading, self.what)

    def _came_back(self) -> str:
        if self.error is None:
            return _labelled("It returned:", short(self.value))
        text = str(self.error)
        name = type(self.error).__name__
        return _labelled("It raised:", f"{name}: {text}" if text else name)

    def _failure(self, came: str, expected: str, hint: str, noticed: str = "") -> ExpectationFailed:
        head = "\n".join([self.heading_line(), came, _labelled("Expected:", expected)])
        words = [self.advice] if self.advice else [noticed, hint]
        parts = [head, *words, self.traceback]
        return ExpectationFailed("\n\n".join(part for part in parts if part))

    def _printed_instead(self, value: Any) -> str:
        printed = self.stdout.strip()
        if (
            self.error is None
            and self.value is None
            and printed
            and printed in (str(value).strip(), repr(value))
        ):
            return "Your function prints the answer, and then returns None. Hand the answer back with return."
        return ""


def exit_code(end: SystemExit) -> int:
    """The code that a program ends with: 0 for none, 1 for anything that is no number."""
    return end.code if isinstance(end.code, int) else int(end.code is not None)


def short(value: Any) -> str:
    """`repr` of a value, long ones cut in the middle; one that fails says so."""
    try:
        text = repr(value)
    except Exception as error:
        return f"<{type(value).__name__} object whose repr() raised {type(error).__name__}>"
    if len(text) <= LONGEST_REPR:
        return text
    half = LONGEST_REPR // 2
    return f"{text[:half]} … {text[-half:]} ({len(text):,} characters)"


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(got, bool) != isinstance(wanted, bool) and isinstance(got, int | float):
        return False
    return bool(got == wanted)


def _labelled(label: str, text: str) -> str:
    """Label and text; text of several lines stands indented below its label."""
    if "\n" not in text:
        return f"{label:<{LABEL_WIDTH}}{text}"
    return f"{label}\n" + "\n".join(f"    {line}" for line in text.split("\n"))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().split("\n")]


def _block(text: str) -> str:
    return "\n".join(_lines(text))


def _first_difference(got: str, wanted: str) -> str:
    """Where to look in a longer output."""
    mine, theirs = _lines(got), _lines(wanted)
    if len(theirs) < 2 or not got.strip():
        return ""
    for number, (one, other) in enumerate(zip(mine, theirs, strict=False), 1):
        if one != other:
            return f"Line {number} is the first that differs."
    return f"It printed {len(mine)} lines where {len(theirs)} are expected."
