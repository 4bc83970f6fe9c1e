"""Front matter: YAML between two lines of three hyphens, with the line of each key.

Lessons and exercises share the reader; ``PageFront`` is what a lesson's front matter holds.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from .findings import AuthorMistake

_OURS = ("title", "summary", "minutes", "concepts")
# Read by Sphinx, MyST or Furo.
_THEIRS = ("orphan", "nosearch", "tocdepth", "myst", "html_meta", "hide-toc", "layout")


@dataclass
class FrontMatter:
    """Front matter of a file and what follows it.

    :param lines: Line of each key, and of each item of a list as ``hints.0``; counted from 0.
    :param body_line: Line of the body's first line, counted from 0.
    """

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 0

    def mistake(self, key: str, message: str, mend: str) -> AuthorMistake:
        """Make a mistake placed at a key (or at the head of the file when it is missing)."""
        return AuthorMistake(message, mend, self.lines.get(key, 0))

    def unknown_keys(self, known: Collection[str]) -> Iterator[AuthorMistake]:
        """Tell each key that nobody reads."""
        for key in self.values:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                mend = f"write `{near[0]}`." if near else f"take one of {', '.join(known)}."
                yield self.mistake(str(key), f"Front matter has no key `{key}`.", mend)


def read_front_matter(text: str) -> FrontMatter:
    """Split a Markdown file into front matter and body.

    :raises AuthorMistake: The block has no end, or is not a YAML mapping.
    """
    rows = text.splitlines()
    if not rows or rows[0].rstrip() != "---":
        return FrontMatter(body=text)
    end = next((i for i, row in enumerate(rows[1:], 1) if row.rstrip() == "---"), None)
    if end is None:
        raise AuthorMistake(
            "The front matter has no end.", "put a line `---` below the last key.", 0
        )
    values, lines = _read_yaml("\n".join(rows[1:end]))
    body_line = end + 1
    return FrontMatter(values, lines, "\n".join(rows[body_line:]) + "\n", body_line)


def _read_yaml(text: str) -> tuple[dict[str, Any], dict[str, int]]:
    try:
        tree = yaml.compose(text, yaml.SafeLoader)
        values = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        # A text without its closing quote is found out at the end of the block; where it starts helps more.
        scanning = (error.context or "").startswith("while scanning")
        mark = error.context_mark if scanning else error.problem_mark
        line = mark.line + 1 if mark else 0
        raise AuthorMistake(
            f"The front matter is not YAML: {error.problem}.",
            "quote texts that hold `: `, `#` or brackets.",
            line,
        ) from error
    if tree is None:
        return {}, {}
    if not isinstance(tree, yaml.MappingNode):
        raise AuthorMistake(
            "The front matter is not a list of keys.", "write lines like `title: Names`.", 1
        )
    return values, _key_lines(tree)


def _key_lines(tree: yaml.MappingNode) -> dict[str, int]:
    lines = {}
    for key, value in tree.value:
        lines[str(key.value)] = key.start_mark.line + 1
        if isinstance(value, yaml.SequenceNode):
            for i, item in enumerate(value.value):
                # The text of a block scalar starts below its `|`.
                below = isinstance(item, yaml.ScalarNode) and item.style in ("|", ">")
                lines[f"{key.value}.{i}"] = item.start_mark.line + 1 + below
    return lines


@dataclass
class PageFront:
    """What a lesson says about itself; empty where it says nothing."""

    title: str = ""
    summary: str = ""
    minutes: int = 0
    concepts: list[str] = field(default_factory=list)


def read_page_front(
    front: FrontMatter, known_concepts: Collection[str], *, lesson: bool
) -> tuple[PageFront, list[AuthorMistake]]:
    """Check a page's front matter.

    :param known_concepts: Ids of the curriculum.
    :param lesson: The page belongs to a section of the course, so that every key must be there.
    :returns: What could be read, and every mistake.
    """
    page = PageFront()
    mistakes = list(front.unknown_keys(_OURS + _THEIRS))
    for key in _OURS if lesson else [key for key in _OURS if key in front.values]:
        try:
            setattr(page, key, _READERS[key](front, known_concepts))
        except AuthorMistake as mistake:
            mistakes.append(mistake)
    return page, mistakes


def read_text(front: FrontMatter, key: str, example: str) -> str:
    """Read one line of text.

    :raises AuthorMistake: It is missing, empty, or no text.
    """
    value = front.values.get(key)
    if not isinstance(value, str) or not value.strip():
        wrong = "is not a text" if key in front.values else "is missing"
        raise front.mistake(key, f"`{key}` {wrong}.", f"write it as in `{key}: {example}`.")
    return " ".join(value.split())


def read_concepts(front: FrontMatter, known: Collection[str]) -> list[str]:
    """Read the list of concept ids.

    :raises AuthorMistake: It is missing, no list, or names an unknown id or one id twice.
    """
    value = front.values.get("concepts")
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise front.mistake(
            "concepts", "`concepts` is not a list of ids.", "write it as in `concepts: [A1, A3]`."
        )
    for item in value:
        if item not in known:
            raise front.mistake(
                "concepts",
                f"There is no concept `{item}`.",
                "take an id of lessons/concepts.toml.",
            )
        if value.count(item) > 1:
            raise front.mistake("concepts", f"`{item}` is named twice.", "keep it once.")
    return list(value)


def _read_minutes(front: FrontMatter, _known: Collection[str]) -> int:
    value = front.values.get("minutes")
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 120:
        raise front.mistake(
            "minutes",
            "`minutes` is not a whole number from 1 to 120.",
            "write how long reading and trying take, as in `minutes: 8`.",
        )
    return value


_READERS = {
    "title": lambda front, _: read_text(front, "title", "Names and objects"),
    "summary": lambda front, _: read_text(front, "summary", "What a name stands for."),
    "minutes": _read_minutes,
    "concepts": read_concepts,
}
