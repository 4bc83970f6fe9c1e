"""The course's two tables: ``course.toml`` (sections) and ``concepts.toml`` (what is taught)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal

from .findings import AuthorMistake


@dataclass(frozen=True)
class Section:
    """A section of the course.

    :param id: Name of its folder in ``lessons/`` and ``py_checks/``.
    :param letter: Shown before the title; empty for none.
    :param groups: Groups of ``concepts.toml`` that its pages teach.
    """

    id: str
    letter: str
    title: str
    summary: str
    status: Literal["ready", "planned"]
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Curriculum:
    """Sections in the order of the course; concepts as group → id → short name."""

    sections: tuple[Section, ...]
    groups: dict[str, dict[str, str]]

    @cached_property
    def concepts(self) -> dict[str, str]:
        """Short name of every concept by id."""
        return {id_: name for group in self.groups.values() for id_, name in group.items()}

    def section_of(self, page: str) -> Section | None:
        """Give the section that a page or an exercise belongs to, by the folder in its name."""
        folder = page.partition("/")[0] if "/" in page else ""
        return next((section for section in self.sections if section.id == folder), None)

    def concepts_of(self, section: Section) -> list[str]:
        """Give the ids that a section must teach, in order."""
        return [id_ for group in section.groups for id_ in self.groups[group]]


def curriculum_files(lessons: Path) -> tuple[Path, Path]:
    """Give the paths of both tables."""
    return lessons / "course.toml", lessons / "concepts.toml"


def load_curriculum(lessons: Path) -> Curriculum:
    """Read both tables; again only when one of them has changed, since every page asks.

    :raises AuthorMistake: A table is no TOML, or lacks a key; the text names the file.
    """
    files = curriculum_files(lessons)
    return _load_version(
        files, tuple(file.stat().st_mtime_ns if file.is_file() else 0 for file in files)
    )


@lru_cache(maxsize=4)
def _load_version(files: tuple[Path, Path], _changed: tuple[int, ...]) -> Curriculum:
    course, concepts = map(_load, files)
    sections = tuple(_section(row) for row in course["sections"])
    for section in sections:
        for group in section.groups:
            if group not in concepts:
                raise AuthorMistake(
                    f"lessons/course.toml: `{section.id}` names the unknown group `{group}`.",
                    "take a table's name of lessons/concepts.toml.",
                )
    return Curriculum(sections, concepts)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AuthorMistake(f"lessons/{path.name} is missing.", "put it back.") from error
    except tomllib.TOMLDecodeError as error:
        raise AuthorMistake(
            f"lessons/{path.name} is not TOML: {error}.", "mend that line."
        ) from error


def _section(row: dict[str, Any]) -> Section:
    try:
        section = Section(**{**row, "groups": tuple(row["groups"])})
    except (TypeError, KeyError) as error:
        raise AuthorMistake(
            f"lessons/course.toml: the section `{row.get('id', '?')}` lacks or has too many keys.",
            "give it id, letter, title, summary, status and groups.",
        ) from error
    if section.status not in ("ready", "planned"):
        raise AuthorMistake(
            f"lessons/course.toml: `{section.id}` has the status `{section.status}`.",
            "write `ready` or `planned`.",
        )
    return section
