"""Assembly: the finished folder, its lists, the swap."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from groundwork_build import assemble as assembly
from groundwork_build.assemble import Choices, assemble, swap
from groundwork_build.bundle import Bundles
from groundwork_build.inputs import integrity
from groundwork_build.layout import CDN, RUNTIME_FILES, Layout
from groundwork_build.problems import Problem

PAGE = '<html><head><meta charset="utf-8"><!--pg:head--></head><body>text</body></html>'
BUNDLES = Bundles(
    files={
        "main": "main-1.js",
        "kernel": "kernel-1.js",
        "sw": "sw.js",
        "style": "s.css",
        "theme": "t.js",
    },
    imports={"main": ["chunk-1.js"]},
    sources=[],
)


@pytest.fixture
def parts(layout: Layout) -> Layout:
    """Output of all steps before assembly, a few bytes each."""
    texts = {
        layout.html / "index.html": PAGE,
        layout.html / "a/b.html": PAGE,
        layout.html / "404.html": PAGE,
        layout.html / ".buildinfo": "x",
        layout.html / "_static/searchtools.js": "search",
        layout.html / "course.json": '{"title": "T", "buildId": ""}',
        layout.packages / "runtime/groundwork-1.zip": "zip",
        layout.packages / "wheels/pyodide-lock.json": "{}",
        layout.packages / "wheels/distribution.json": "{}",
        layout.packages / "wheels/x.whl": "wheel",
        layout.site / "images/manifest.webmanifest": "{}",
        layout.site / "images/icon.svg": "<svg/>",
    }
    texts |= {layout.app / name: name for name in [*BUNDLES.files.values(), "chunk-1.js"]}
    texts |= {layout.pyodide / name: name for name in RUNTIME_FILES}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return layout


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def page_config(page: bytes) -> dict[str, Any]:
    """The settings in a page."""
    found = re.search(r'id="pg-config">(.*?)</script>', page.decode())
    assert found
    return dict(json.loads(found[1]))


def worker_list(site: dict[str, bytes]) -> dict[str, Any]:
    """What the build wrote in front of the service worker."""
    first = site["sw.js"].decode().splitlines()[0]
    return dict(json.loads(first.removeprefix("self.__PG_MANIFEST=").removesuffix(";")))


def built(parts: Layout, name: str = "dist", **choices: Any) -> dict[str, bytes]:
    """Assemble and read back."""
    out = parts.root / name
    assemble(parts, BUNDLES, Choices(out=out, **choices))
    return files_of(out)


def test_everything_is_in_its_place(parts: Layout) -> None:
    """The folder has what the site needs, and nothing that only Sphinx reads."""
    site = built(parts)

    assert {
        ".nojekyll",
        "_app/main-1.js",
        "images/icon.svg",
        "manifest.webmanifest",
        "sw.js",
    } <= set(site)
    assert {"runtime/v314.0.7/pyodide.asm.wasm", "runtime/groundwork-1.zip", "wheels/x.whl"} <= set(
        site
    )
    assert not {".buildinfo", "_app/sw.js", "images/manifest.webmanifest"} & set(site)


def test_same_input_same_bytes(parts: Layout) -> None:
    """Two assemblies of the same parts are equal byte by byte."""
    assert built(parts, "one") == built(parts, "two")


@pytest.mark.parametrize("changed", ["_static/searchtools.js", "index.html"])
def test_build_id_changes_with_every_byte(parts: Layout, changed: str) -> None:
    """One other byte anywhere gives another id, everywhere the same one."""
    before = json.loads(built(parts)["build.json"])["buildId"]
    path = parts.html / changed
    path.write_text(path.read_text() + " ")

    site = built(parts)

    after = json.loads(site["build.json"])["buildId"]
    assert after != before
    assert page_config(site["index.html"])["buildId"] == after
    assert json.loads(site["course.json"])["buildId"] == after
    assert worker_list(site)["buildId"] == after


def test_page_settings(parts: Layout) -> None:
    """A page knows its name, the way to the root, and the kernel's files with their hashes."""
    config = page_config(built(parts)["a/b.html"])

    assert (config["base"], config["page"], config["kernel"]) == ("../", "a/b", "_app/kernel-1.js")
    assert config["files"]["pyodide.asm.wasm"] == {
        "path": "runtime/v314.0.7/pyodide.asm.wasm",
        "integrity": integrity(b"pyodide.asm.wasm"),
        "bytes": len("pyodide.asm.wasm"),
        "cdn": f"{CDN}pyodide.asm.wasm",
    }
    assert config["files"]["groundwork.zip"]["cdn"] is None


def test_local_runtime_never_names_the_cdn(parts: Layout) -> None:
    """With the runtime from the site itself no file has another address."""
    site = built(parts, cdn=False)

    assert {file["cdn"] for file in page_config(site["index.html"])["files"].values()} == {None}
    assert worker_list(site)["cdn"] is False


def test_worker_lists_every_file_with_its_hash(parts: Layout) -> None:
    """The list for offline use has every file as it is on disk, but not the worker itself."""
    site = built(parts)

    entries = {entry["url"]: entry for entry in worker_list(site)["entries"]}

    assert set(entries) == set(site) - {"sw.js", ".nojekyll", "build.json"}
    assert all(entry["integrity"] == integrity(site[url]) for url, entry in entries.items())
    groups = {url: entry["group"] for url, entry in entries.items()}
    assert groups["index.html"] == "page"
    assert groups["_app/main-1.js"] == "app"
    assert groups["runtime/groundwork-1.zip"] == "runtime"
    assert groups["wheels/x.whl"] == "wheel"


def test_404_page_is_absolute(parts: Layout) -> None:
    """The 404 page finds the site from any address below its path."""
    site = built(parts, base_url="/repo")

    assert page_config(site["404.html"])["base"] == "/repo/"
    assert b'src="/repo/_app/main-1.js"' in site["404.html"]


def test_live_reload_is_for_development_only(parts: Layout) -> None:
    """A site for others has no reload script."""
    assert "_app/live-reload.js" in built(parts, dev=True)
    assert "_app/live-reload.js" not in built(parts)


def test_failed_assembly_leaves_the_old_site(
    parts: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that fails half way changes nothing and leaves nothing behind."""
    before = built(parts)

    def fail(*_: object) -> None:
        raise OSError("half way")

    monkeypatch.setattr(assembly, "finish", fail)
    with pytest.raises(OSError, match="half way"):
        built(parts)

    assert files_of(parts.root / "dist") == before
    assert [p.name for p in parts.root.iterdir() if ".new" in p.name or ".old" in p.name] == []


def test_foreign_folder_is_left_alone(parts: Layout) -> None:
    """A folder with other things in it is never replaced."""
    out = parts.root / "home"
    out.mkdir()
    (out / "letter.txt").write_text("dear")

    with pytest.raises(Problem, match="not empty"):
        built(parts, "home")
    assert (out / "letter.txt").read_text() == "dear"


def test_swap_removes_old_files(tmp_path: Path) -> None:
    """Nothing of the old site stays after a swap."""
    for name in ("fresh", "out"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").touch()

    swap(tmp_path / "fresh", tmp_path / "out")

    assert [p.name for p in tmp_path.rglob("*")] == ["out", "fresh.txt"]
