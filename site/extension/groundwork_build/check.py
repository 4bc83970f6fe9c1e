"""``build.py check``: the lint of lessons and exercises, then the style of the exercises' code."""

from __future__ import annotations

import os
import subprocess
import sys

from groundwork_build.layout import Layout
from groundwork_build.problems import BuildFailed


def check_pages(layout: Layout, pages: list[str]) -> int:
    """Lint pages and what they use.

    :param pages: Document names, all if empty.
    :returns: 0 if nothing was found.
    """
    sys.path.insert(0, str(layout.site / "python"))
    from groundwork_sphinx.lint import main

    found = main(pages, layout.root)
    return found or _check_style(layout)


def _check_style(layout: Layout) -> int:
    """Solutions and checks are read by others, so they look alike; starters and wrong answers need not."""
    files = [
        str(p) for name in ("solution.py", "check.py") for p in sorted(layout.exercises.rglob(name))
    ]
    if not files:
        return 0
    ruff = [sys.executable, "-m", "ruff"]
    for command in (["check", "--quiet"], ["format", "--check", "--quiet"]):
        if subprocess.run(
            [*ruff, *command, *files], cwd=layout.root, env=os.environ, check=False
        ).returncode:
            raise BuildFailed(
                "Solutions or checks of exercises break the style: `.venv/bin/ruff format py_checks` mends most."
            )
    return 0
