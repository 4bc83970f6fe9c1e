"""Content hashes, and stamps that tell whether a step's inputs have changed."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path


def sha256(data: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def integrity(data: bytes) -> str:
    """SHA-256 in the form of the ``integrity`` attribute."""
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()


def files_below(*paths: Path) -> list[Path]:
    """Every file of folders and files, sorted; no caches, no editor leftovers. Missing paths are left out."""
    found: list[Path] = []
    for path in paths:
        found += [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return [
        p
        for p in found
        if "__pycache__" not in p.parts and p.suffix != ".pyc" and not p.name.endswith("~")
    ]


def fingerprint(files: Iterable[Path], *extra: str) -> str:
    """One hash over names and contents."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.as_posix()}\0{sha256(path.read_bytes())}\0".encode())
    for text in extra:
        digest.update(f"{text}\0".encode())
    return digest.hexdigest()


def read_stamp(path: Path) -> dict[str, str]:
    """What was last written by :func:`write_stamp`; empty if nothing readable is there."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        # A missing or torn stamp means the same: the step has not been done.
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(path: Path, stamp: dict[str, str]) -> None:
    """Remember what a finished step was made from."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", encoding="utf-8")
