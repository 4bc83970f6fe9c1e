"""Set-up: what is installed when, and the sentence for every missing piece."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from groundwork_build import bootstrap, cli
from groundwork_build.inputs import sha256, write_stamp
from groundwork_build.layout import Layout
from groundwork_build.problems import Problem

ROOT = Path(__file__).parents[3]


@pytest.fixture
def installed(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the lock files that get installed; nothing is really installed."""
    names: list[str] = []
    python = bootstrap.venv_python(layout.root)

    def make_venv(_folder: Path) -> None:
        python.parent.mkdir(parents=True)
        python.touch()

    monkeypatch.setattr(bootstrap, "make_venv", make_venv)
    monkeypatch.setattr(
        bootstrap, "run_tool", lambda _what, command: names.append(Path(command[-1]).name)
    )
    return names


def test_first_call_installs(layout: Layout, installed: list[str]) -> None:
    """The first call makes the environment and installs the lock file."""
    bootstrap.ensure_venv(layout, "build")

    assert installed == ["build.txt"]


def test_second_call_does_nothing(layout: Layout, installed: list[str]) -> None:
    """The stamp spares the second call everything."""
    bootstrap.ensure_venv(layout, "build")
    bootstrap.ensure_venv(layout, "build")

    assert installed == ["build.txt"]


def test_test_set_serves_build(layout: Layout, installed: list[str]) -> None:
    """After the test set is installed, a build needs nothing more."""
    bootstrap.ensure_venv(layout, "test")
    bootstrap.ensure_venv(layout, "build")

    assert installed == ["test.txt"]


def test_changed_lock_installs_again(layout: Layout, installed: list[str]) -> None:
    """A lock file that has changed is installed again."""
    bootstrap.ensure_venv(layout, "build")
    (layout.requirements / "build.txt").write_text("changed")
    bootstrap.ensure_venv(layout, "build")

    assert installed == ["build.txt", "build.txt"]


def test_dangling_interpreter_is_made_again(layout: Layout, installed: list[str]) -> None:
    """An environment whose interpreter is gone is made anew."""
    bootstrap.ensure_venv(layout, "build")
    bootstrap.venv_python(layout.root).unlink()
    bootstrap.venv_python(layout.root).parent.rmdir()
    bootstrap.ensure_venv(layout, "build")

    assert installed == ["build.txt", "build.txt"]


def test_missing_lock_file(layout: Layout, installed: list[str]) -> None:
    """A damaged checkout is named with its mend."""
    (layout.requirements / "build.txt").unlink()
    bootstrap.venv_python(layout.root).parent.mkdir(parents=True)
    bootstrap.venv_python(layout.root).touch()

    with pytest.raises(Problem, match="git checkout"):
        bootstrap.ensure_venv(layout, "build")


def test_no_ensurepip(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Debian's Python without its venv package is told which package to install."""
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda _name: None)

    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    with pytest.raises(Problem, match=rf"apt-get install python{version}-venv"):
        bootstrap.make_venv(tmp_path / ".venv")


def test_interrupted_environment_is_removed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ctrl-C while the environment is made leaves nothing that looks finished."""
    folder = tmp_path / ".venv"

    def interrupted(_self: object, path: Path) -> None:
        path.mkdir()
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap.venv.EnvBuilder, "create", interrupted)

    with pytest.raises(KeyboardInterrupt):
        bootstrap.make_venv(folder)
    assert not folder.exists()


def test_node_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """No system Node is used in place of ours."""
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(Problem, match="Node is missing"):
        bootstrap.node()


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (
            "NewConnectionError: Failed to establish a new connection: [Errno 111]",
            "needs the network",
        ),
        ("npm error code ENOTFOUND", "needs the network"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        (
            "THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "not the one that was locked",
        ),
        ("something else\nlast line\n", "failed: last line"),
        ("", "said nothing"),
    ],
)
def test_tool_failures_become_sentences(printed: str, words: str) -> None:
    """A tool's long output becomes one sentence that says the mend."""
    script = f"import sys; sys.stderr.write({printed!r}); sys.exit(3)"

    with pytest.raises(Problem, match=words) as caught:
        bootstrap.run_tool("Installing", [sys.executable, "-c", script])

    assert "\n" not in str(caught.value)


def test_npm_runs_once_per_lock(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """`npm ci` runs when the lock file has changed, and never else."""
    calls: list[str] = []
    layout.site.mkdir()
    lock = layout.site / "package-lock.json"
    lock.write_text("{}")
    write_stamp(layout.node_modules / bootstrap.STAMP, {"package-lock": sha256(b"{}")})
    monkeypatch.setattr(bootstrap, "run_tool", lambda what, _command, cwd: calls.append(what))

    bootstrap.ensure_node_modules(layout)
    assert calls == []

    lock.write_text('{"changed": 1}')
    bootstrap.ensure_node_modules(layout)
    bootstrap.ensure_node_modules(layout)
    assert len(calls) == 1


def test_full_disk_anywhere_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk ends any command with the same sentence."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(cli, "_set_up_and_run", full)

    assert cli.run(["build"], "/nowhere") == 1
    assert "disk is full" in capsys.readouterr().err


def test_old_python_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Python that is too old is told so, before anything newer is imported."""
    namespace: dict[str, object] = {"__name__": "build", "__file__": str(ROOT / "build.py")}
    exec(compile((ROOT / "build.py").read_text(), "build.py", "exec"), namespace)
    monkeypatch.setitem(
        namespace, "sys", SimpleNamespace(version_info=(3, 9), stderr=sys.stderr, path=[])
    )

    assert namespace["main"](["build"]) == 1  # type: ignore[operator]
    assert "needs Python 3.11 or newer, this is Python 3.9" in capsys.readouterr().err


def test_unknown_command_fails() -> None:
    """A misspelt command is refused with the list of commands."""
    done = subprocess.run(
        [sys.executable, ROOT / "build.py", "biuld"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "build" in done.stderr


def test_only_standard_library_before_the_environment() -> None:
    """Everything that runs before `.venv` exists imports without any installed package."""
    code = "import sys; sys.path.insert(0, 'site/extension'); import groundwork_build.cli"

    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
