"""Runs Sphinx on the lessons, in a process of its own, incrementally, warnings as errors."""

from __future__ import annotations

import os
import subprocess
import sys

from groundwork_build import inputs
from groundwork_build.layout import Layout
from groundwork_build.problems import BuildFailed
from groundwork_build.progress import step


def build_pages(layout: Layout, *, allow_stale: bool) -> None:
    """Bring ``Layout.html`` up to date.

    :param allow_stale: Whether recorded outputs may be missing or out of date.
    :raises BuildFailed: Sphinx or the extension has named file, line and mend above.
    """
    stamp = layout.work / "pages.stamp"
    made_from = _code(layout)
    anew = inputs.read_stamp(stamp).get("code") != made_from
    # Sphinx tells a warning only when it reads a page. Without a stamp the build after a failed one
    # reads every page again, so that a warning is told until it is mended.
    stamp.unlink(missing_ok=True)
    with step("Making the pages"):
        command = _command(layout, allow_stale=allow_stale, anew=anew)
        failed = subprocess.run(command, env=_environment(layout), check=False).returncode
    if failed:
        raise BuildFailed("The pages were not built: mend what is named above.")
    inputs.write_stamp(stamp, {"code": made_from})


def _command(layout: Layout, *, allow_stale: bool, anew: bool) -> list[str]:
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-d", str(layout.doctrees)]
    command += ["-q", "-W", "--keep-going", "-j", "auto"]
    command += ["-D", f"groundwork_allow_stale={int(allow_stale)}"]
    command += ["-D", f"groundwork_licences={layout.licences}"]
    command += ["--fresh-env", "--write-all"] if anew else []
    return [*command, str(layout.lessons), str(layout.html)]


def _environment(layout: Layout) -> dict[str, str]:
    """The pages depend on the files, not on the clock or the language of the machine."""
    roots = os.pathsep.join(str(layout.site / name) for name in ("extension", "python"))
    fixed = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "PYTHONPATH": roots}
    return {**os.environ, **fixed, "LC_ALL": "C.UTF-8"}


def _code(layout: Layout) -> str:
    """Fingerprint of what Sphinx does not watch by itself: its own code, the extension's, templates."""
    extension = layout.site / "extension" / "groundwork_sphinx"
    packages = layout.requirements / "build.txt"
    return inputs.fingerprint(inputs.files_below(extension, layout.site / "templates", packages))
