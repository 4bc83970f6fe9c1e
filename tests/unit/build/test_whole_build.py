"""The real course, built: the same bytes every time, and strict."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from groundwork_build.check import check_pages
from groundwork_build.layout import Layout
from groundwork_build.pipeline import Choices, build_site

ROOT = Path(__file__).parents[3]


def build_from_scratch(site_dir: Path, folder: Path) -> dict[str, bytes]:
    """Every file of a build with a work folder of its own; only the downloads are shared.

    :param site_dir: Asked for so that the downloads exist.
    """
    shutil.copytree(Layout(ROOT).work / "downloads", folder / "work" / "downloads")
    layout = Layout(ROOT, folder / "work")
    build_site(layout, Choices(out=folder / "site", allow_stale=True))
    return {
        path.relative_to(folder / "site").as_posix(): path.read_bytes()
        for path in (folder / "site").rglob("*")
        if path.is_file()
    }


@pytest.mark.timeout(300)
def test_same_input_same_bytes(site_dir: Path, tmp_path: Path) -> None:
    """Two builds from scratch in different folders are equal byte by byte."""
    first = build_from_scratch(site_dir, tmp_path / "first")
    second = build_from_scratch(site_dir, tmp_path / "second")

    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_course_passes_its_lint(capfd: pytest.CaptureFixture[str]) -> None:
    """`build.py check` finds nothing in the course."""
    assert check_pages(Layout(ROOT), []) == 0, capfd.readouterr()
