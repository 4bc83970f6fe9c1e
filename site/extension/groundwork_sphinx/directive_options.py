"""Option lines at the head of a directive, with the line of each.

MyST's own option block loses the lines of single options and ends at the first line without a colon, so
scripted input could not be written below ``:stdin: |``. Ours reads::

    :name: greeting
    :stdin: |
       Ada
       Grace
    the body starts here
"""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .findings import AuthorMistake

_OPTION = re.compile(r":([A-Za-z][\w-]*):(?:\s+(.*))?$")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*$")

Reader = Callable[[str], Any]
"""Turns an option's text into its value; raises ``ValueError`` that says what is wanted."""


@dataclass
class Head:
    """A directive's options and body.

    :param lines: Line of each option, counted from 0 within the directive's content.
    :param body_line: Line of the first body line, counted likewise.
    """

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    body_line: int = 0


def split_options(content: Sequence[str]) -> Head:
    """Take the option lines off the head of a directive's content.

    :raises AuthorMistake: An option stands there twice.
    """
    head = Head()
    at = 0
    while at < len(content) and (found := _OPTION.match(content[at])):
        name, value = found[1], (found[2] or "").strip()
        if name in head.values:
            raise AuthorMistake(
                f"The option `:{name}:` is given twice.", "keep one of the two lines.", at
            )
        head.lines[name] = at
        at += 1
        if value == "|":
            start = at
            while at < len(content) and (content[at][:1].isspace() or _blank_inside(content, at)):
                at += 1
            value = textwrap.dedent("\n".join(content[start:at]) + "\n")
        head.values[name] = value
    while at < len(content) and not content[at].strip():
        at += 1
    head.body, head.body_line = list(content[at:]), at
    while head.body and not head.body[-1].strip():
        head.body.pop()
    return head


def _blank_inside(content: Sequence[str], at: int) -> bool:
    """Say whether a blank line is followed by more of an indented block."""
    return (
        not content[at].strip()
        and at + 1 < len(content)
        and content[at + 1][:1].isspace()
        and bool(content[at + 1].strip())
    )


def read_options(kind: str, head: Head, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """Check and convert all options of one directive.

    :param kind: The directive's name, for messages.
    :returns: Values by option name; only those that were given.
    :raises AuthorMistake: An option is unknown, or its value is bad.
    """
    values = {}
    for name, text in head.values.items():
        line = head.lines[name]
        if name not in readers:
            raise AuthorMistake(
                f"`{{{kind}}}` has no option `:{name}:`.", _suggest(name, readers), line
            )
        try:
            values[name] = readers[name](text)
        except ValueError as error:
            raise AuthorMistake(
                f"`:{name}:` can't be {_quoted(text)}.", f"write {error}.", line
            ) from error
    return values


def _suggest(name: str, known: Mapping[str, Reader]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"write `:{near[0]}:`."
    return "take one of " + ", ".join(f"`:{option}:`" for option in sorted(known)) + "."


def _quoted(text: str) -> str:
    return f"`{text.strip()}`" if text.strip() else "empty"


# ---------------------------------------------------------------- readers


def name(text: str) -> str:
    """Read an element's name: it becomes its ``id``."""
    if not _NAME.match(text) or text.startswith("pg-"):
        raise ValueError("small letters and digits with single hyphens, as `first-name`")
    return text


def names(text: str) -> list[str]:
    """Read names parted by commas."""
    found = [name(part.strip()) for part in text.split(",") if part.strip()]
    if not found:
        raise ValueError("one or more names, parted by commas")
    return found


def file_names(text: str) -> list[str]:
    """Read file names parted by commas; folders are allowed below, not above."""
    found = [part.strip() for part in text.split(",") if part.strip()]
    if not found or any(part.startswith("/") or ".." in part.split("/") for part in found):
        raise ValueError("one or more names of files in lessons/_files, parted by commas")
    return found


def lines(text: str) -> str:
    """Read scripted input: each line, the last one too, ends in a newline."""
    return text if text.endswith("\n") else text + "\n"


def patterns(text: str) -> list[str]:
    """Read regular expressions, one a line."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if not found:
        raise ValueError("a regular expression, or `|` and one on each line below")
    for pattern in found:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"a regular expression that Python takes ({error})") from error
    return found


def exception(text: str) -> str:
    """Read the name of an exception class."""
    if not all(part.isidentifier() for part in text.split(".")):
        raise ValueError("the name of one exception class, as `ValueError`")
    return text


def seconds(text: str) -> float:
    """Read a time limit: more than 0, at most 600 seconds."""
    wanted = "a number of seconds, more than 0 and at most 600"
    try:
        value = float(text)
    except ValueError as error:
        raise ValueError(wanted) from error
    if not 0 < value <= 600:
        raise ValueError(wanted)
    return value


def yes_no(text: str) -> bool:
    """Read ``yes`` or ``no``; an option without a value is a yes."""
    if text not in ("", "yes", "no"):
        raise ValueError("`yes` or `no`")
    return text != "no"


def language(text: str) -> str:
    """Read the name of a programming language."""
    if not re.fullmatch(r"[a-z0-9+#-]+", text):
        raise ValueError("a language's name in small letters, as `shell`")
    return text
