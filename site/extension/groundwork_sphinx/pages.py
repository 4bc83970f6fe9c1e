"""What the build remembers of each page: the lesson model, kept in Sphinx's environment as a domain.

Directives fill it while a page is read; checks across pages, ``course.json``, the course map and the linter
read it. Sphinx forgets, merges (parallel reading) and stores it with the rest of the environment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from sphinx.domains import Domain
from sphinx.util import logging

from .complaints import Complaints
from .config import project_root
from .curriculum import Curriculum, load_curriculum
from .findings import Finding
from .front_matter import PageFront
from .python_check import Snippet

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


@dataclass
class CellRecord:
    """A cell; ``line`` is where its directive starts."""

    name: str
    line: int
    session: str
    after: list[str]
    source: str
    # None: no record, or one of an older source.
    recorded_status: str | None
    recorded_error: str | None
    raises: str | None


@dataclass
class ExerciseRecord:
    """An exercise on a page; ``listing`` names the folder's files when it was read."""

    id: str
    title: str
    difficulty: int
    anchor: str
    concepts: list[str]
    line: int
    listing: tuple[str, ...]


@dataclass
class QuestionRecord:
    """A quiz, order or explain question."""

    name: str
    kind: str
    line: int


@dataclass
class PageRecord:
    """Everything that is remembered of one page; ``path`` is relative to the project's root."""

    path: str
    front: PageFront = field(default_factory=PageFront)
    cells: dict[str, CellRecord] = field(default_factory=dict)
    exercises: list[ExerciseRecord] = field(default_factory=list)
    questions: list[QuestionRecord] = field(default_factory=list)
    snippets: list[Snippet] = field(default_factory=list)
    # Line of each element's name; an HTML id can be given once a page.
    names: dict[str, int] = field(default_factory=dict)
    # Line of the course map, if the page has one.
    map_line: int = 0
    stale: bool = False


class LessonDomain(Domain):
    """The lesson model."""

    name = "groundwork"
    label = "Groundwork"
    initial_data = {"pages": {}, "course": "", "navigation": ""}  # noqa: RUF012 (Sphinx's own attribute, copied by it)
    data_version = 2

    # About the build that runs, so not kept in ``data``.
    read_now: tuple[str, ...] = ()
    complaints: Complaints

    @property
    def pages(self) -> dict[str, PageRecord]:
        """Records by document name."""
        return self.data["pages"]

    def page(self, docname: str) -> PageRecord:
        """Give a page's record, made when it is first asked for."""
        if docname not in self.pages:
            self.pages[docname] = PageRecord(relative_path(self.env, self.env.doc2path(docname)))
        return self.pages[docname]

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Any, otherdata: dict[str, Any]) -> None:
        """Take over what another process read."""
        for docname in docnames:
            if docname in otherdata["pages"]:
                self.pages[docname] = otherdata["pages"][docname]

    def resolve_any_xref(self, *_: Any) -> list[Any]:
        """Nothing of ours is found by ``any`` references; elements are reached by their ids."""
        return []

    def in_order(self) -> Iterator[tuple[str, PageRecord]]:
        """Give all pages in the order of the tables of contents, then the rest by name."""
        seen: dict[str, None] = {}
        _walk(self.env.toctree_includes, self.env.config.root_doc, seen)
        for docname in (*seen, *sorted(self.pages.keys() - seen.keys())):
            if docname in self.pages:
                yield docname, self.pages[docname]


def _walk(includes: dict[str, list[str]], docname: str, seen: dict[str, None]) -> None:
    seen[docname] = None
    for child in includes.get(docname, ()):
        if child not in seen:
            _walk(includes, child, seen)


def lesson_domain(env: BuildEnvironment) -> LessonDomain:
    """Give the lesson model of a build."""
    return cast(LessonDomain, env.get_domain("groundwork"))


def root_of(env: BuildEnvironment) -> Path:
    """Give the project's root."""
    return project_root(env.config, env.srcdir)


def curriculum_of(env: BuildEnvironment) -> Curriculum:
    """Give the course's tables."""
    return load_curriculum(env.srcdir)


def relative_path(env: BuildEnvironment, path: Path | str) -> str:
    """Give a file's path relative to the project's root, for messages."""
    full = env.srcdir / path
    root = root_of(env)
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.as_posix()


def tell(env: BuildEnvironment, finding: Finding, subtype: str) -> None:
    """Report a finding as a Sphinx warning; the build treats warnings as errors."""
    logger.warning(
        finding.text,
        location=f"{root_of(env) / finding.path}:{finding.line}",
        type="groundwork",
        subtype=subtype,
    )
