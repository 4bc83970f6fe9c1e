"""Runs esbuild on ``site/app`` and ``site/css``; remembers what came out under which name."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from groundwork_build import inputs
from groundwork_build.bootstrap import node
from groundwork_build.layout import Layout
from groundwork_build.problems import BuildFailed
from groundwork_build.progress import step

#: name → source below site/, module format, whether a hash is part of the file name.
ENTRIES: tuple[dict[str, Any], ...] = (
    {"name": "main", "source": "app/page/main.ts", "format": "esm", "hashed": True},
    {"name": "theme", "source": "app/page/theme.ts", "format": "iife", "hashed": True},
    {"name": "kernel", "source": "app/kernel/main.ts", "format": "esm", "hashed": True},
    {"name": "sw", "source": "app/service-worker/main.ts", "format": "iife", "hashed": False},
    {"name": "style", "source": "css/main.css", "format": "css", "hashed": True},
)


@dataclass(frozen=True)
class Bundles:
    """What esbuild made, paths relative to ``Layout.app``."""

    #: Entry name → file.
    files: dict[str, str]
    #: Entry name → chunks that it loads at once.
    imports: dict[str, list[str]]
    #: Everything that was bundled, relative to ``site/``.
    sources: list[str]


def ensure_bundles(layout: Layout) -> Bundles:
    """Bundle, only if a source, a package or esbuild's own script has changed."""
    sources = inputs.files_below(
        layout.site / "app",
        layout.site / "css",
        layout.site / "images",
        layout.site / "esbuild.mjs",
        layout.site / "package-lock.json",
    )
    made_from = inputs.fingerprint(sources, json.dumps(ENTRIES))
    stamp = layout.work / "bundle.stamp"
    report = layout.work / "bundle.json"
    if inputs.read_stamp(stamp).get("bundle") != made_from or not layout.app.is_dir():
        with step("Bundling the page's JavaScript and CSS"):
            _bundle(layout)
        inputs.write_stamp(stamp, {"bundle": made_from})
    return _read(json.loads(report.read_text(encoding="utf-8")))


def _bundle(layout: Layout) -> None:
    fresh = layout.work / "app.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    request = {"out": str(fresh), "entries": ENTRIES, "report": str(layout.work / "bundle.json")}
    command = [str(node()), str(layout.site / "esbuild.mjs"), json.dumps(request)]
    done = subprocess.run(command, cwd=layout.site, capture_output=True, text=True, check=False)
    sys.stderr.write(done.stderr)
    if done.returncode:
        raise BuildFailed(
            "The JavaScript or CSS could not be bundled: mend what esbuild names above."
        )
    shutil.rmtree(layout.app, ignore_errors=True)
    fresh.rename(layout.app)


def _read(report: dict[str, Any]) -> Bundles:
    entries = report["entries"]
    return Bundles(
        files={name: entry["file"] for name, entry in entries.items()},
        imports={name: entry["imports"] for name, entry in entries.items()},
        sources=report["inputs"],
    )
