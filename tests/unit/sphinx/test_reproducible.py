"""The same lessons give the same bytes, wherever and however they are built."""

from pathlib import Path

import pytest

from groundwork_sphinx.testing import Project


def fill(root: Path) -> Project:
    """Write a course that uses every directive, with enough pages for parallel reading."""
    project = Project(root)
    project.write(
        "lessons/index.md",
        "# Home\n\n```{course-map}\n```\n\n```{toctree}\n:glob:\n\nstart/*\n```\n",
    )
    project.exercise("start/double")
    project.lesson("exercise", "```{exercise} start/double\n```")
    project.lesson("cell", "```{cell}\n:name: a\nprint(1)\n```")
    project.lesson("quiz", "```{quiz}\n:name: a\nWhy?\n- [ ] So.\n  No.\n- [x] Thus.\n  Yes.\n```")
    project.lesson("order", "```{order}\n:name: a\nSort.\n---\na = 1\nb = 2\nc = 3\nd = 4\n```")
    project.lesson("explain", "```{explain}\n:name: a\nWhy?\n---\nSo.\n```")
    for i in range(6):
        project.lesson(f"more{i}", f"```{{cell}}\n:name: a\nprint({i})\n```")
    return project


def made(project: Project) -> dict[str, bytes]:
    """Every file of the site but Sphinx's own notes."""
    notes = {".buildinfo"}
    return {
        path.relative_to(project.out).as_posix(): path.read_bytes()
        for path in sorted(project.out.rglob("*"))
        if path.is_file() and path.name not in notes and ".doctrees" not in path.parts
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site built in one process."""
    project = fill(tmp_path_factory.mktemp("usual"))
    assert project.build() == []
    return project


def test_other_folder(usual: Project, tmp_path: Path):
    """Another folder gives the same bytes, and no file names either folder."""
    other = fill(tmp_path / "quite" / "another")
    other.build()

    assert made(other) == made(usual)
    assert not [name for name, text in made(usual).items() if str(usual.root).encode() in text]


def test_parallel(usual: Project, tmp_path: Path):
    """Reading and writing in several processes gives the same bytes and keeps the lesson model."""
    other = fill(tmp_path)
    assert other.build(parallel=2) == []

    assert made(other) == made(usual)


def test_mistakes_of_parallel_reading(tmp_path: Path):
    """Mistakes found in another process are told, and told again by the next build."""
    project = fill(tmp_path)
    project.lesson("bad", "```{cell}\n1\n```")

    first = project.build(parallel=2)

    assert [line.partition(": ")[0] for line in first] == ["lessons/start/bad.md:8"]
    assert project.build(parallel=2) == first
