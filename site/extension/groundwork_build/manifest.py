"""Lists of files with their hashes: for the kernel, the service worker, and people who compare builds."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from groundwork_build.inputs import integrity, sha256
from groundwork_build.layout import CDN, PYODIDE_VERSION, RUNTIME_FILES

#: Not offered for offline use: the service worker itself, and what only other tools read.
NOT_SAVED = {"sw.js", ".nojekyll", "build.json", "robots.txt"}


def checked_file(site: Path, path: str, cdn: str | None) -> dict[str, Any]:
    """`CheckedFile` of protocol.ts.

    :param site: Root of the finished site.
    :param path: Relative to it.
    """
    data = (site / path).read_bytes()
    return {"path": path, "integrity": integrity(data), "bytes": len(data), "cdn": cdn}


def kernel_files(site: Path, *, cdn: bool) -> dict[str, dict[str, Any]]:
    """What the kernel loads, by the names that protocol.ts lists.

    :param cdn: Whether files that the CDN has, too, come from there first.
    """
    folder = f"runtime/v{PYODIDE_VERSION}"
    files = {
        name: checked_file(site, f"{folder}/{name}", CDN + name if cdn else None)
        for name in RUNTIME_FILES
    }
    bundle = next((site / "runtime").glob("groundwork-*.zip"))
    files["groundwork.zip"] = checked_file(site, f"runtime/{bundle.name}", None)
    for name in ("pyodide-lock.json", "distribution.json"):
        files[name] = checked_file(site, f"wheels/{name}", None)
    return files


def group(path: str) -> str:
    """Which part of the offline copy a file belongs to."""
    if path.startswith("runtime/"):
        return "runtime"
    if path.startswith("wheels/"):
        return "wheel"
    return "page" if path.endswith(".html") else "app"


def entries(site: Path, names: list[str]) -> list[dict[str, Any]]:
    """The service worker's list of files, sorted by address."""
    listed = []
    for name in sorted(set(names) - NOT_SAVED):
        data = (site / name).read_bytes()
        listed.append(
            {"url": name, "integrity": integrity(data), "bytes": len(data), "group": group(name)}
        )
    return listed


def build_id(site: Path, names: list[str], *extra: str) -> str:
    """Sixteen hexadecimal digits that change with every byte of the site.

    Taken before the id itself is written into pages, `course.json` and the service worker.
    """
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(f"{name}\0{sha256((site / name).read_bytes())}\0".encode())
    for text in extra:
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()[:16]
