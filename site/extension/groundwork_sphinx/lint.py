"""``build.py check``: every check of the build without writing a page, plus the exercises that no page holds yet.

Runs Sphinx with its ``dummy`` builder, which reads and resolves all pages and writes none; what did not change since
the last check is not read again. So check and build can't disagree.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from .course_checks import exercised_by, taught_by
from .curriculum import Curriculum, load_curriculum
from .exercise import exercise_snippets
from .exercises import find_exercises, read_exercise
from .findings import AuthorMistake, Finding
from .pages import LessonDomain, lesson_domain
from .python_check import check_snippets


def main(pages: list[str], root: Path) -> int:
    """Lint lessons and exercises, and print what was found.

    :param pages: Page names, files or sections to tell about; empty for all. Everything is read in any case,
        since pages are checked against each other.
    :param root: The project's root.
    :returns: 0 when nothing was found, 1 with findings, 2 when a name in ``pages`` fits nothing.
    """
    root = root.resolve()
    try:
        curriculum = load_curriculum(root / "lessons")
    except AuthorMistake as mistake:
        print(mistake)
        return 1
    domain, told = _read_lessons(root)
    told.update(str(finding) for finding in _exercise_findings(root, curriculum))
    try:
        chosen = sorted(_choose(told, pages, domain, root), key=_place)
    except LookupError as error:
        print(error.args[0])
        return 2
    for line in chosen:
        print(line)
    for line in coverage(curriculum, domain):
        print(line)
    print(_summary(len(chosen), len(domain.pages), len(find_exercises(root))))
    return 1 if chosen else 0


def _read_lessons(root: Path) -> tuple[LessonDomain, set[str]]:
    """Let Sphinx read all lessons; give the lesson model and all complaints as ``path:line: text``."""
    lessons, cache, raw = root / "lessons", root / ".build" / "check", io.StringIO()
    cache.mkdir(parents=True, exist_ok=True)
    with patch_docutils(lessons), docutils_namespace():
        app = Sphinx(
            srcdir=lessons,
            confdir=lessons,
            outdir=cache / "out",
            doctreedir=cache / "doctrees",
            buildername="dummy",
            # What ships is known only after a build.
            confoverrides={"groundwork_root": str(root), "groundwork_licences": ""},
            status=None,
            warning=raw,
        )
        # Complaints about settings and extensions, made before anybody listens.
        early = strip_colors(raw.getvalue()).splitlines()
        app.build()
    domain = lesson_domain(app.env)
    return domain, {*domain.complaints.lines(root), *early}


def _exercise_findings(root: Path, curriculum: Curriculum) -> Iterator[Finding]:
    snippets = []
    for folder in find_exercises(root):
        exercise, findings = read_exercise(folder, curriculum.concepts)
        yield from findings
        snippets += exercise_snippets(exercise, folder.relative_to(root).as_posix())
    yield from check_snippets(snippets)


# ---------------------------------------------------------------- which pages


def _choose(
    told: Iterable[str], pages: list[str], domain: LessonDomain, root: Path
) -> Iterator[str]:
    if not pages:
        yield from told
        return
    names = [_name(page) for page in pages]
    known = {*domain.pages, *("/".join(folder.parts[-2:]) for folder in find_exercises(root))}
    for name, page in zip(names, pages, strict=True):
        if not any(_within(one, name) for one in known):
            raise LookupError(f"There is no page, exercise or section {page}.")
    # The exercises of a chosen page belong to it.
    names += [
        exercise.id
        for docname, record in domain.pages.items()
        if any(_within(docname, name) for name in names)
        for exercise in record.exercises
    ]
    for line in told:
        path = _name(line.partition(":")[0])
        if any(_within(path, name) for name in names):
            yield line


def _name(path: str) -> str:
    """Cut a path down to a page's or exercise's name."""
    return (
        path.removeprefix("./")
        .removeprefix("lessons/")
        .removeprefix("py_checks/")
        .removesuffix(".md")
        .rstrip("/")
    )


def _within(name: str, chosen: str) -> bool:
    return name == chosen or name.startswith(chosen + "/")


def _place(line: str) -> tuple[str, int, str]:
    path, _, rest = line.partition(":")
    number, _, text = rest.partition(":")
    return path, int(number) if number.isdecimal() else 0, text


# ---------------------------------------------------------------- words


def coverage(curriculum: Curriculum, domain: LessonDomain) -> Iterator[str]:
    """Say for each section with pages how much of it is taught and exercised."""
    taught, exercised = taught_by(domain), exercised_by(domain)
    for section in curriculum.sections:
        ids = curriculum.concepts_of(section)
        if not any(id_ in taught for id_ in ids):
            continue
        yield (
            f"{section.title}: {_share(ids, taught, 'taught')}; {_share(ids, exercised, 'exercised')}."
        )


def _share(ids: list[str], by: dict[str, list[str]], word: str) -> str:
    missing = [id_ for id_ in ids if id_ not in by]
    text = f"{len(ids) - len(missing)} of {len(ids)} concepts {word}"
    return text + (f" (not: {', '.join(missing)})" if missing and len(missing) < len(ids) else "")


def _summary(findings: int, pages: int, exercises: int) -> str:
    found = {0: "Nothing", 1: "1 thing"}.get(findings, f"{findings} things")
    return f"{found} to mend in {pages} pages and {exercises} exercises."
