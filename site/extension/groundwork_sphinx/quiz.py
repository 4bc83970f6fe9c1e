"""``{quiz}``: a question with choices, each with its own explanation.

The body is a question in Markdown, then choices::

    - [ ] `[1, 2]`
      Why this is wrong.
    - [x] `[1, 2, 3]`
      Why this is right.

A choice is the rest of its first line (or a fenced block that starts there); what is indented below explains it.
More than one right choice makes a question with several answers.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field

from docutils import nodes

from . import directive_options as read
from .directive import LessonDirective
from .findings import AuthorMistake
from .nodes import element, unwrap
from .pages import QuestionRecord

_CHOICE = re.compile(r"[-*] \[([ xX])\](?: (.*))?$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")


@dataclass
class Choice:
    """One choice; lines count from 0 within the quiz's body."""

    right: bool
    line: int
    text: list[str] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    why_line: int = 0


@dataclass
class Quiz:
    """A parsed quiz body."""

    question: list[str]
    choices: list[Choice]


def parse_quiz(body: list[str]) -> Quiz:
    """Split a quiz's body.

    :raises AuthorMistake: There is no question, no choice to choose from, no right one, or no reason to one.
    """
    starts = [i for i in _lines_outside_fences(body) if _CHOICE.match(body[i])]
    if len(starts) < 2:
        raise AuthorMistake(
            "A quiz needs at least two choices.", "write each as `- [ ] wrong` or `- [x] right`."
        )
    question = body[: starts[0]]
    if not any(line.strip() for line in question):
        raise AuthorMistake("The quiz has no question.", "write it above the choices.", 0)
    ends = [*starts[1:], len(body)]
    choices = [_choice(body, start, end) for start, end in zip(starts, ends, strict=True)]
    if not any(choice.right for choice in choices):
        raise AuthorMistake("No choice is right.", "mark at least one as `- [x]`.", starts[0])
    return Quiz(question, choices)


def _lines_outside_fences(body: list[str]) -> list[int]:
    outside, fence = [], ""
    for i, line in enumerate(body):
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            outside.append(i)
    return outside


def _choice(body: list[str], start: int, end: int) -> Choice:
    found = _CHOICE.match(body[start])
    assert found
    rows = [found[2] or "", *textwrap.dedent("\n".join(body[start + 1 : end])).split("\n")]
    for i, row in enumerate(body[start + 1 : end], start + 1):
        if row.strip() and not row.startswith("  "):
            raise AuthorMistake(
                "This line belongs to no choice.",
                "indent it by two spaces, or make it a choice.",
                i,
            )
    length = _length_of_text(rows, start)
    why = rows[length:]
    while why and not why[0].strip():
        why, length = why[1:], length + 1
    while why and not why[-1].strip():
        why.pop()
    if not rows[0].strip():
        raise AuthorMistake("The choice is empty.", "write it behind the brackets.", start)
    if not why:
        raise AuthorMistake(
            "The choice has no explanation.",
            "say below it, indented, why it is right or wrong.",
            start,
        )
    text = rows[: _length_of_text(rows, start)]
    return Choice(found[1] != " ", start, text, why, start + length)


def _length_of_text(rows: list[str], start: int) -> int:
    """Give the number of rows that the choice itself takes: one, or a fenced block."""
    fence = _FENCE.match(rows[0])
    if not fence:
        return 1
    for i, row in enumerate(rows[1:], 1):
        if row.strip().startswith(fence[1]):
            return i + 1
    raise AuthorMistake("The fenced block of this choice has no end.", f"add `{fence[1]}`.", start)


class QuizDirective(LessonDirective):
    """A question with choices."""

    kind = "quiz"
    readers = {"name": read.name}  # noqa: RUF012 (read-only by its declared type)

    def build(self) -> list[nodes.Node]:
        """Make the element; answers follow in the order of the choices."""
        name = self.required_name()
        with self.in_body():
            quiz = parse_quiz(self.head.body)
        several = sum(choice.right for choice in quiz.choices) > 1
        self.page.questions.append(QuestionRecord(name, self.kind, self.lineno))
        node = element(
            "pg-quiz",
            element("div", *self.part(quiz.question, 0), class_="pg-quiz-question"),
            element("ol", *map(self.choice, quiz.choices), class_="pg-quiz-choices"),
            element(
                "details",
                element("summary", "Answers"),
                element("ol", *map(self.answer, quiz.choices)),
                class_="pg-quiz-answers",
            ),
            class_="pg-quiz",
            data_state="unanswered",
            data_kind="multiple" if several else "single",
        )
        return [self.with_id(node, name)]

    def part(self, lines: list[str], line: int) -> list[nodes.Node]:
        """Render Markdown that starts at a line of the body."""
        return list(self.markdown(lines, self.head.body_line + line).children)

    def choice(self, choice: Choice) -> nodes.Element:
        """Make a choice."""
        content = unwrap(self.markdown(choice.text, self.head.body_line + choice.line))
        return element("li", *content, data_right=_yes_no(choice.right))

    def answer(self, choice: Choice) -> nodes.Element:
        """Make the explanation of a choice."""
        content = unwrap(self.markdown(choice.why, self.head.body_line + choice.why_line))
        return element("li", *content, data_right=_yes_no(choice.right))


def _yes_no(value: bool) -> str:
    return "yes" if value else "no"
