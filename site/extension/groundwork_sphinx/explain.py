"""``{explain}``: write an answer, then compare it with the model answer.

The body is a question in Markdown, a line ``---``, and the model answer in Markdown.
"""

from __future__ import annotations

from docutils import nodes

from . import directive_options as read
from .directive import LessonDirective
from .nodes import element
from .pages import QuestionRecord
from .two_parts import split_two


class ExplainDirective(LessonDirective):
    """A question to be answered in words."""

    kind = "explain"
    readers = {"name": read.name}  # noqa: RUF012 (read-only by its declared type)

    def build(self) -> list[nodes.Node]:
        """Make the element."""
        name = self.required_name()
        with self.in_body():
            parts = split_two(self.head.body, "question", "model answer")
        self.page.questions.append(QuestionRecord(name, self.kind, self.lineno))
        question = self.markdown(parts.first, self.head.body_line).children
        answer = self.markdown(parts.second, self.head.body_line + parts.second_line).children
        node = element(
            "pg-explain",
            element("div", *question, class_="pg-explain-question"),
            element(
                "details", element("summary", "Model answer"), *answer, class_="pg-explain-answer"
            ),
            class_="pg-explain",
            data_state="unanswered",
        )
        return [self.with_id(node, name)]
