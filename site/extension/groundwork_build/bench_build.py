"""How long a build of the course takes: everything anew, and after a change of one lesson."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from groundwork_build.bench_browser import Sites
from groundwork_build.figures import Figure, Sample
from groundwork_build.layout import Layout
from groundwork_build.pipeline import Choices, build_site


def build_figures(sites: Sites, runs: int) -> list[Figure]:
    """A full build in an empty work folder (downloads kept), then builds after touching one lesson."""
    full: list[float] = []
    changed: list[float] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory(dir=sites.layout.work) as folder:
            layout = _with_downloads(sites.layout, Path(folder))
            full.append(_timed(layout))
            changed.append(_after_a_change(layout))
    return [
        Figure("full course build", "s", Sample(tuple(full)), None, 30, "value"),
        Figure("build after one changed lesson", "s", Sample(tuple(changed)), None, 2, "value"),
    ]


def _with_downloads(layout: Layout, work: Path) -> Layout:
    shutil.copytree(layout.work / "downloads", work / "downloads")
    return Layout(layout.root, work)


def _timed(layout: Layout) -> float:
    started = time.monotonic()
    build_site(layout, Choices(out=layout.work / "site", allow_stale=True))
    return time.monotonic() - started


def _after_a_change(layout: Layout) -> float:
    """Touch a lesson, which is a change for Sphinx, and give it its time back."""
    lesson = next(
        path for path in sorted(layout.lessons.rglob("*.md")) if path.parent != layout.lessons
    )
    before = lesson.stat()
    os.utime(lesson)
    try:
        return _timed(layout)
    finally:
        os.utime(lesson, ns=(before.st_atime_ns, before.st_mtime_ns))
