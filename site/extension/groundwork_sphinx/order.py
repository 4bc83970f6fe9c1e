"""``{order}``: lines of a program to be put in order (a Parsons problem).

The body is a question in Markdown, a line ``---``, and the lines in the right order. The build shuffles them, always
the same way for one page and name. ``:language: shell`` (any but python) switches the syntax check off.
"""

from __future__ import annotations

import hashlib
import random

from docutils import nodes

from . import directive_options as read
from .directive import LessonDirective
from .findings import AuthorMistake
from .nodes import element
from .pages import QuestionRecord
from .python_check import Snippet
from .two_parts import split_two


def shuffled(lines: list[str], seed: str) -> list[tuple[int, str]]:
    """Shuffle lines, the same way for the same seed, and never into the right order.

    :returns: Pairs of the position in the right order, from 1, and the line.
    """
    numbered = list(enumerate(lines, 1))
    # Not random.Random(seed): how it treats a text could change between Python versions.
    chance = random.Random(int.from_bytes(hashlib.sha256(seed.encode()).digest()))
    mixed = list(numbered)
    while [line for _, line in mixed] == lines:
        chance.shuffle(mixed)
    return mixed


class OrderDirective(LessonDirective):
    """Lines to be put in order."""

    kind = "order"
    readers = {"name": read.name, "language": read.language}  # noqa: RUF012 (read-only by its type)

    def build(self) -> list[nodes.Node]:
        """Make the element; the lines keep their indentation."""
        name = self.required_name()
        with self.in_body():
            parts = split_two(self.head.body, "question", "program")
        lines = [line for line in parts.second if line.strip()]
        if len(set(lines)) < 3:
            raise AuthorMistake(
                "There is too little to put in order.", "give at least three different lines."
            )
        self.remember(name, "\n".join(parts.second) + "\n", parts.second_line)
        items = [
            element("li", element("code", line), data_position=str(position))
            for position, line in shuffled(lines, f"{self.env.docname}#{name}")
        ]
        answer = element("pre", "\n".join(lines))
        question = self.markdown(parts.first, self.head.body_line).children
        node = element(
            "pg-order",
            element("div", *question, class_="pg-order-question"),
            element("ol", *items, class_="pg-order-lines"),
            element("details", element("summary", "Answer"), answer, class_="pg-order-answer"),
            class_="pg-order",
            data_state="unanswered",
        )
        return [self.with_id(node, name)]

    def remember(self, name: str, source: str, body_line: int) -> None:
        """Note the question; the right order must be Python."""
        self.page.questions.append(QuestionRecord(name, self.kind, self.lineno))
        if self.values.get("language", "python") == "python":
            line = self.line_of(self.head.body_line + body_line)
            self.page.snippets.append(Snippet(self.page.path, line, source, what="The right order"))
