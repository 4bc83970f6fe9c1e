"""Puts the parts together into a complete site and swaps it in, all or nothing."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from groundwork_build import manifest
from groundwork_build.bundle import Bundles
from groundwork_build.head import Assets, base_of, embed, with_absolute_links, with_head
from groundwork_build.layout import PYODIDE_VERSION, RUNTIME_FILES, Layout
from groundwork_build.problems import Problem

#: Written by Sphinx and Furo, read by nobody here.
UNWANTED = (
    ".buildinfo*",
    "*.map",
    "objects.inv",
    "*.LICENSE.txt",
    "_sources",
    ".doctrees",
    "*.pickle",
    # Of Sphinx and Furo, which no page of ours loads.
    "genindex.html",
    "basic.css",
    "debug.css",
    "skeleton.css",
    "pygments.css",
    "styles",
    "scripts",
    "*-stemmer.js",
    "file.png",
    "minus.png",
    "plus.png",
)
LIVE_RELOAD = "_app/live-reload.js"
#: Runs in pages under `serve` only.
LIVE_RELOAD_SOURCE = """\
const events = new EventSource(new URL("../__reload", import.meta.url));
events.addEventListener("rebuilt", () => location.reload());
"""


@dataclass(frozen=True)
class Choices:
    """What can differ between two builds of the same sources."""

    #: Folder of the finished site.
    out: Path
    #: Path of the site on its host; only the 404 page needs to know it.
    base_url: str = "/"
    #: Whether Python's runtime comes from the CDN first.
    cdn: bool = True
    #: Whether recorded outputs may be missing or out of date.
    allow_stale: bool = False
    #: Pages reload after a rebuild, and the service worker prefers the network.
    dev: bool = False


def assemble(layout: Layout, bundles: Bundles, choices: Choices) -> None:
    """Make the site in a folder beside ``choices.out``, then swap the two.

    :raises Problem: ``choices.out`` holds something else than a site.
    """
    out = choices.out
    if (
        out.exists()
        and not (out / "build.json").is_file()
        and (out.is_file() or any(out.iterdir()))
    ):
        raise Problem(
            f"{out} is not empty and no site of ours: name another folder with --out, or empty it."
        )
    fresh = out.with_name(f".{out.name}.new-{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        collect(layout, fresh, dev=choices.dev)
        finish(fresh, bundles, choices)
        swap(fresh, out)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def collect(layout: Layout, site: Path, *, dev: bool) -> None:
    """Copy every part to its place."""
    shutil.copytree(layout.html, site, ignore=shutil.ignore_patterns(*UNWANTED))
    shutil.copytree(layout.app, site / "_app", ignore=shutil.ignore_patterns("sw.js", "*.map"))
    shutil.copytree(layout.packages, site, dirs_exist_ok=True)
    runtime = site / "runtime" / f"v{PYODIDE_VERSION}"
    runtime.mkdir()
    for name in RUNTIME_FILES:
        shutil.copyfile(layout.pyodide / name, runtime / name)
    images = layout.site / "images"
    shutil.copytree(images, site / "images", ignore=shutil.ignore_patterns("manifest.webmanifest"))
    shutil.copyfile(images / "manifest.webmanifest", site / "manifest.webmanifest")
    shutil.copyfile(layout.app / "sw.js", site / "sw.js")
    if dev:
        (site / LIVE_RELOAD).write_text(LIVE_RELOAD_SOURCE, encoding="utf-8")
    # GitHub Pages would otherwise leave out folders that begin with an underscore.
    (site / ".nojekyll").touch()


def finish(site: Path, bundles: Bundles, choices: Choices) -> None:
    """Write what depends on the whole: heads of pages, the build's id, the service worker's list."""
    names = _names(site)
    files = manifest.kernel_files(site, cdn=choices.cdn)
    ident = manifest.build_id(site, names, choices.base_url, str(choices.cdn), str(choices.dev))
    _write_course(site, ident)
    assets = _assets(bundles, choices.dev)
    for name in names:
        if name.endswith(".html"):
            _write_head(
                site, name, _page_config(name, ident, bundles, files), assets, choices.base_url
            )
    listed = manifest.entries(site, names)
    worker = {
        "buildId": ident,
        "cdn": choices.cdn,
        "dev": choices.dev,
        "entries": listed,
        "files": files,
    }
    source = (site / "sw.js").read_text(encoding="utf-8")
    (site / "sw.js").write_text(f"self.__PG_MANIFEST={embed(worker)};\n{source}", encoding="utf-8")
    summary = {"buildId": ident, "files": {entry["url"]: entry["integrity"] for entry in listed}}
    (site / "build.json").write_text(
        json.dumps(summary, indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )


def swap(fresh: Path, out: Path) -> None:
    """Put the new site in the place of the old one; the old one stays until then."""
    out.parent.mkdir(parents=True, exist_ok=True)
    old = out.with_name(f".{out.name}.old-{os.getpid()}")
    if out.exists():
        os.replace(out, old)
    os.replace(fresh, out)
    shutil.rmtree(old, ignore_errors=True)


def _names(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def _assets(bundles: Bundles, dev: bool) -> Assets:
    return Assets(
        style=f"_app/{bundles.files['style']}",
        theme=f"_app/{bundles.files['theme']}",
        main=f"_app/{bundles.files['main']}",
        chunks=tuple(f"_app/{chunk}" for chunk in bundles.imports.get("main", [])),
        reload=LIVE_RELOAD if dev else "",
    )


def _page_config(name: str, ident: str, bundles: Bundles, files: dict[str, Any]) -> dict[str, Any]:
    """`PageConfig` of protocol.ts."""
    return {
        "base": base_of(name),
        "page": name.removesuffix(".html"),
        "buildId": ident,
        "kernel": f"_app/{bundles.files['kernel']}",
        "serviceWorker": "sw.js",
        "pyodideVersion": PYODIDE_VERSION,
        "files": files,
    }


def _write_head(
    site: Path, name: str, config: dict[str, Any], assets: Assets, base_url: str
) -> None:
    page = (site / name).read_text(encoding="utf-8")
    if name == "404.html":
        root = f"/{base_url.strip('/')}/".replace("//", "/")
        page = with_absolute_links(page, root)
        config = {**config, "base": root}
    (site / name).write_text(
        with_head(page, name, config["base"], config, assets), encoding="utf-8"
    )


def _write_course(site: Path, ident: str) -> None:
    path = site / "course.json"
    course = {**json.loads(path.read_text(encoding="utf-8")), "buildId": ident}
    text = json.dumps(course, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
