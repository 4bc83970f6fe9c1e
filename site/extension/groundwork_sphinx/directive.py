"""What our directives share: options with lines, mistakes with places, names, nested Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from .directive_options import Head, Reader, read_options, split_options
from .findings import AuthorMistake, Finding
from .foreign import reading_from
from .pages import PageRecord, lesson_domain, relative_path, tell


class LessonDirective(SphinxDirective):
    """Base of the directives; a subclass names its ``kind`` and ``readers`` and makes nodes in ``build``.

    Options are read by us (see ``directive_options``), so Sphinx and MyST must not know of any.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    kind: ClassVar[str]
    readers: ClassVar[Mapping[str, Reader]] = {}
    takes_argument: ClassVar[bool] = False

    head: Head
    values: dict[str, Any]

    def run(self) -> list[nodes.Node]:
        """Make the nodes; a mistake is told, and nothing stands in its place."""
        try:
            self.head = split_options(list(self.content))
            self.values = read_options(self.kind, self.head, self.readers)
            if self.arguments and not self.takes_argument:
                raise AuthorMistake(
                    f"`{{{self.kind}}}` takes nothing on its first line.",
                    "put options like `:name: first-name` on lines of their own below it.",
                )
            return self.build()
        except AuthorMistake as mistake:
            self.tell_mistake(mistake)
            return []

    def build(self) -> list[nodes.Node]:
        """Make the nodes.

        :raises AuthorMistake: With a line of the directive's content, from 0, or None for its first line.
        """
        raise NotImplementedError

    # ------------------------------------------------------------ places

    @contextmanager
    def in_body(self) -> Iterator[None]:
        """Move mistakes whose lines count from the body's start to lines of the content."""
        try:
            yield
        except AuthorMistake as mistake:
            if mistake.line is not None:
                mistake.line += self.head.body_line
            raise

    @property
    def page(self) -> PageRecord:
        """Record of the page that is being read."""
        return lesson_domain(self.env).page(self.env.docname)

    def line_of(self, content_line: int | None) -> int:
        """Give the line in the file, from 1, of a line of the content, from 0."""
        return (
            self.lineno
            if content_line is None
            else self.lineno + 1 + self.content_offset + content_line
        )

    def tell_mistake(self, mistake: AuthorMistake) -> None:
        """Report a mistake in this directive."""
        self.tell_finding(mistake.at(self.page.path, self.line_of(mistake.line)))

    def tell_finding(self, finding: Finding) -> None:
        """Report a finding in any file."""
        tell(self.env, finding, self.kind)

    def depend(self, path: Path) -> str:
        """Make the page out of date when a file changes; give the file's path for messages."""
        self.env.note_dependency(path)
        return relative_path(self.env, path)

    # ------------------------------------------------------------ names

    def required_name(self) -> str:
        """Give the ``:name:`` and take it, so that no other element of the page has it.

        :raises AuthorMistake: There is none, or it is taken.
        """
        if "name" not in self.values:
            raise AuthorMistake(
                f"This `{{{self.kind}}}` has no name.", "add a line like `:name: first-steps`."
            )
        self.take_name(self.values["name"], self.head.lines["name"])
        return str(self.values["name"])

    def take_name(self, name: str, line: int | None) -> None:
        """Note an HTML id.

        :raises AuthorMistake: Another element or a heading of the page has it.
        """
        if name in self.page.names:
            raise AuthorMistake(
                f"The name `{name}` is taken on line {self.page.names[name]} of this page.",
                "choose another.",
                line,
            )
        owner = self.state.document.ids.get(name)
        if owner is not None and not self._title_yields(owner, name):
            raise AuthorMistake(
                f"A heading of this page already has the id `{name}`.", "choose another name.", line
            )
        self.page.names[name] = self.line_of(line)

    def _title_yields(self, owner: nodes.Element, name: str) -> bool:
        """Take the id away from the page's title, which needs none: links to the page lead to its top."""
        if not isinstance(owner, nodes.section) or owner.parent is not self.state.document:
            return False
        owner["ids"] = [f"{name}-page" if id_ == name else id_ for id_ in owner["ids"]]
        del self.state.document.ids[name]
        self.state.document.ids[f"{name}-page"] = owner
        return True

    def with_id(self, node: nodes.Element, name: str) -> nodes.Element:
        """Give a node its id, so that later headings keep off it."""
        node["ids"] = [name]
        self.state.document.ids[name] = node
        self.set_source_info(node)
        return node

    # ------------------------------------------------------------ Markdown

    def markdown(self, lines: Sequence[str], content_line: int) -> nodes.Element:
        """Render lines of the content; ``content_line`` is the first one's place in it, from 0."""
        container = nodes.Element()
        self.state.nested_parse(
            StringList(list(lines)), self.content_offset + content_line, container
        )
        return container

    def foreign_markdown(self, text: str, path: Path, line: int) -> nodes.Element:
        """Render Markdown of another file, so that warnings name that file; ``line`` counts from 0."""
        container = nodes.Element()
        with reading_from(self.state.document, path):
            self.state.nested_parse(
                StringList(text.splitlines()), line - self.state._lineno, container
            )
        return container
