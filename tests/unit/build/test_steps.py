"""Stamps, locks and licences: what makes a second build short and safe."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from groundwork_build import bundle, inputs, licences, pages
from groundwork_build.bundle import Bundles
from groundwork_build.layout import Layout
from groundwork_build.locks import file_lock
from groundwork_build.problems import BuildFailed


def test_fingerprint_sees_names_and_contents(tmp_path: Path) -> None:
    """A renamed file and a changed file are both changes."""
    one = tmp_path / "one"
    one.write_text("text")
    before = inputs.fingerprint([one])
    assert inputs.fingerprint([one]) == before

    renamed = one.rename(tmp_path / "two")
    assert inputs.fingerprint([renamed]) != before

    renamed.write_text("other")
    assert inputs.fingerprint([renamed]) != before


def test_torn_stamp_counts_as_missing(tmp_path: Path) -> None:
    """A stamp cut off by a crash makes the step run again."""
    (tmp_path / "stamp").write_text('{"lock": "12')

    assert inputs.read_stamp(tmp_path / "stamp") == {}


def test_lock_keeps_others_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second process waits, says so, and goes on when the first ends."""
    lock = tmp_path / "lock"
    script = f"""
import sys, pathlib
sys.path.insert(0, {str(Path(inputs.__file__).parents[1])!r})
from groundwork_build.locks import file_lock
with file_lock(pathlib.Path({str(lock)!r}), "x"):
    print("held", flush=True)
    sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout and other.stdin
    assert other.stdout.readline() == "held\n"
    threading.Timer(0.3, other.stdin.close).start()

    with file_lock(lock, "another build"):
        assert other.wait(timeout=5) == 0

    assert "Waiting for another build" in capsys.readouterr().err


@pytest.fixture
def sphinx(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[str]]:
    """`sphinx(code)` runs the pages step with a Sphinx that ends with `code`; gives its command line."""
    layout.lessons.mkdir()

    def run(code: int) -> list[str]:
        seen: list[str] = []

        def fake(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            seen.extend(command)
            return subprocess.CompletedProcess(command, code)

        monkeypatch.setattr(pages.subprocess, "run", fake)
        if code:
            with pytest.raises(BuildFailed):
                pages.build_pages(layout, allow_stale=False)
        else:
            pages.build_pages(layout, allow_stale=False)
        return seen

    return run


def test_pages_are_incremental(sphinx: Callable[[int], list[str]]) -> None:
    """The first build reads everything, the second only what changed."""
    assert "--fresh-env" in sphinx(0)
    assert "--fresh-env" not in sphinx(0)


def test_warning_is_told_until_mended(sphinx: Callable[[int], list[str]]) -> None:
    """After a failed build everything is read again, or the mistake would pass unseen."""
    sphinx(0)
    sphinx(1)
    assert "--fresh-env" in sphinx(1)
    assert "--fresh-env" in sphinx(0)
    assert "--fresh-env" not in sphinx(0)


def test_changed_template_rewrites_pages(
    sphinx: Callable[[int], list[str]], layout: Layout
) -> None:
    """Sphinx does not watch templates, so we do."""
    sphinx(0)
    (layout.site / "templates").mkdir(parents=True)
    (layout.site / "templates" / "page.html").write_text("new")

    assert "--write-all" in sphinx(0)


def test_licences_name_everything(layout: Layout, make_wheel: Callable[..., Path]) -> None:
    """Bundled packages, wheels, Pyodide and CPython are listed; what is not bundled is not."""
    for name in ("idb", "@codemirror/state", "unused", "pyodide"):
        folder = layout.node_modules / name
        folder.mkdir(parents=True)
        package = {
            "name": name,
            "version": "1.2.3",
            "license": "MIT",
            "repository": "git+https://e.org/x.git",
        }
        (folder / "package.json").write_text(json.dumps(package))
        (folder / "LICENSE").write_text(f"licence of {name}")
    (layout.work / "downloads").mkdir(parents=True)
    make_wheel("pluggy", "1.0").rename(layout.work / "downloads" / "pluggy-1.0-py3-none-any.whl")
    sources = [
        "app/page/main.ts",
        "node_modules/idb/build/index.js",
        "node_modules/@codemirror/state/x.js",
    ]

    licences.write_licences(layout, Bundles(files={}, imports={}, sources=sources))

    found = {item["name"]: item for item in json.loads(layout.licences.read_text())}
    assert {"idb", "@codemirror/state", "Pyodide", "CPython", "pluggy", "Sphinx", "furo"} <= set(
        found
    )
    assert "unused" not in found
    assert found["idb"] == {
        "kind": "javascript",
        "name": "idb",
        "version": "1.2.3",
        "licence": "MIT",
        "url": "https://e.org/x",
        "text": "licence of idb",
    }


def test_bundle_error_is_a_sentence(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """When esbuild fails, its message is shown and the build ends."""
    for name in ("app", "css"):
        (layout.site / name).mkdir(parents=True)
    (layout.site / "package-lock.json").write_text("{}")

    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "app/page/main.ts:3:1: ERROR\n")

    monkeypatch.setattr(bundle.subprocess, "run", fail)
    monkeypatch.setattr(bundle, "node", lambda: "node")

    with pytest.raises(BuildFailed, match="esbuild"):
        bundle.ensure_bundles(layout)
