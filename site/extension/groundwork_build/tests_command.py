"""``build.py test``: a browser, then pytest."""

from __future__ import annotations

import os
import subprocess
import sys

from groundwork_build.browser import VARIABLE, ensure_browser
from groundwork_build.layout import Layout

#: Two browsers at once keep two cores busy; more only make each other slow.
WORKERS = "2"


def run_tests(layout: Layout, arguments: list[str]) -> int:
    """Run pytest with the arguments of the command line; its exit code is the result."""
    environment = {**os.environ, VARIABLE: ensure_browser()}
    command = [sys.executable, "-m", "pytest"]
    if not any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments):
        command += ["-n", WORKERS]
    return subprocess.run(
        [*command, *arguments], cwd=layout.root, env=environment, check=False
    ).returncode
