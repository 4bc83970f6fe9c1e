"""A site of a few small pages with the real service worker: quick to write, easy to break on purpose."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import random
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cdn_stand_in import CDN_HOST

from groundwork_build.bootstrap import node

ROOT = Path(__file__).parents[2]
CDN_PATH = "/v1/"
#: On the CDN, too: name → size in bytes.
RUNTIME = {"big.bin": 400_000, "small.mjs": 3_000, "library.zip": 60_000}
#: Patience that no test waits out, however busy the machine is. Milliseconds.
PATIENT = {"headersMs": 120_000, "stallMs": 120_000}
#: Patience for tests whose CDN never answers.
HASTY = {"headersMs": 400, "stallMs": 400}


@cache
def bundles() -> dict[str, str]:
    """The service worker and the page's script, bundled as the build does it."""
    entries = [
        {"name": "sw", "source": "app/service-worker/main.ts", "format": "iife", "hashed": False},
        {
            "name": "page",
            "source": "../tests/browser/offline_page.ts",
            "format": "esm",
            "hashed": False,
        },
    ]
    with TemporaryDirectory() as folder:
        request = {"out": folder, "entries": entries, "report": f"{folder}/report.json"}
        command = [str(node()), str(ROOT / "site/esbuild.mjs"), json.dumps(request)]
        done = subprocess.run(
            command, cwd=ROOT / "site", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return {name: (Path(folder) / f"{name}.js").read_text("utf-8") for name in ("sw", "page")}


def integrity(data: bytes) -> str:
    """SHA-256 as in ``integrity`` attributes."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def runtime_bytes(name: str) -> bytes:
    """The same bytes at every call and in every version of the site; the module is a valid one."""
    if name.endswith(".mjs"):
        return b"export const answer = 42;\n".ljust(RUNTIME[name], b"/")
    return random.Random(name).randbytes(RUNTIME[name])


def cdn_files() -> dict[str, bytes]:
    """What the CDN has."""
    return {CDN_PATH + name: runtime_bytes(name) for name in RUNTIME}


@dataclass
class SmallSite:
    """One version of the site, written into a folder."""

    folder: Path
    version: str = "a"
    cdn: bool = True
    dev: bool = False
    limits: dict[str, int] = field(default_factory=lambda: PATIENT)
    #: JavaScript that runs in the service worker before it does.
    prelude: str = ""

    def write(self) -> SmallSite:
        """Write all files."""
        files = self.contents()
        for name, data in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        manifest = {
            "buildId": self.version,
            "cdn": self.cdn,
            "dev": self.dev,
            "limits": self.limits,
            "entries": [self._entry(name, data) for name, data in sorted(files.items())],
            "files": {name: self.checked(name) for name in RUNTIME},
        }
        (self.folder / "sw.js").write_text(
            f"self.__PG_MANIFEST={json.dumps(manifest)};\n{self.prelude}\n{bundles()['sw']}",
            "utf-8",
        )
        return self

    def contents(self) -> dict[str, bytes]:
        """Address → bytes of everything that is to be saved."""
        pages = {
            "index.html": "Start",
            "second.html": "Second page",
            "deep/third.html": "Third page",
            "404.html": "There is no such page",
        }
        return {
            **{name: self._page(name, text).encode() for name, text in pages.items()},
            f"_app/main-{self.version}.js": bundles()["page"].encode(),
            f"_app/editor-{self.version}.js": f"export const version = '{self.version}';".encode(),
            "_static/look.css": f"body {{ --version: {self.version} }}".encode(),
            "_static/same.css": b"body { margin: 0 }",
            **{f"runtime/v1/{name}": runtime_bytes(name) for name in RUNTIME},
            f"runtime/own-{self.version}.zip": f"own {self.version}".encode() * 1000,
            "wheels/lock.json": json.dumps({"version": self.version}).encode(),
            "wheels/thing-1.0.whl": b"wheel" * 2000,
        }

    def checked(self, name: str) -> dict[str, Any]:
        """``CheckedFile`` of a runtime file."""
        data = runtime_bytes(name)
        return {
            "path": f"runtime/v1/{name}",
            "integrity": integrity(data),
            "bytes": len(data),
            "cdn": f"https://{CDN_HOST}{CDN_PATH}{name}",
        }

    def _entry(self, name: str, data: bytes) -> dict[str, Any]:
        folder = name.split("/")[0]
        groups = {"runtime": "runtime", "wheels": "wheel"}
        group = groups.get(folder) or ("page" if name.endswith(".html") else "app")
        return {"url": name, "integrity": integrity(data), "bytes": len(data), "group": group}

    def _page(self, name: str, text: str) -> str:
        base = "../" * name.count("/") or "./"
        config = {
            "base": base,
            "page": name.removesuffix(".html"),
            "buildId": self.version,
            "serviceWorker": "sw.js",
        }
        # Sphinx writes such addresses. The page that is opened first goes without: what follows the `?`
        # makes it another address for the browser's own cache, so the file would be loaded twice.
        query = "" if name == "index.html" else f"?v={self.version}"
        return (
            f"<!doctype html><meta charset=utf-8><title>{html.escape(text)} {self.version}</title>"
            f"<link rel=icon href=data:,><link rel=stylesheet href='{base}_static/look.css{query}'>"
            f"<script type=application/json id=pg-config>{json.dumps(config)}</script>"
            f"<script type=module src='{base}_app/main-{self.version}.js'></script>"
            f"<h1>{html.escape(text)}</h1><p id=version>{self.version}</p>"
        )
