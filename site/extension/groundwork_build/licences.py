"""Collects name, version, licence and text of everything that ships, for the page about licences.

``Layout.licences`` is a JSON list sorted by kind and name; each item is
``{"kind": "python"|"javascript"|"runtime", "name", "version", "licence", "url", "text"}``, `text` may be empty where
the package brings none, then `url` leads to it.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path
from typing import Any

from groundwork_build.bundle import Bundles
from groundwork_build.layout import PYODIDE_VERSION, Layout
from groundwork_build.wheel_files import dist_info, metadata, read_zip

_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_PACKAGE = re.compile(r"^node_modules/((?:@[^/]+/)?[^/]+)/")
_CPYTHON = {
    "kind": "runtime",
    "name": "CPython",
    "version": "3.14.2",
    "licence": "PSF-2.0",
    "url": "https://docs.python.org/3.14/license.html",
    "text": "",
}


def write_licences(layout: Layout, bundles: Bundles) -> None:
    """Write ``Layout.licences``; left alone when it would not change, so that Sphinx sees nothing new."""
    found = [_CPYTHON, *_javascript(layout, bundles), *_wheels(layout), *_theme()]
    found.sort(key=lambda item: (item["kind"], item["name"].lower()))
    text = json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if not layout.licences.is_file() or layout.licences.read_text(encoding="utf-8") != text:
        layout.licences.write_text(text, encoding="utf-8")


def _javascript(layout: Layout, bundles: Bundles) -> list[dict[str, Any]]:
    matches = (_PACKAGE.match(source) for source in bundles.sources)
    names = {match[1] for match in matches if match} | {"pyodide"}
    return [_npm_package(layout.node_modules / name) for name in sorted(names)]


def _npm_package(folder: Path) -> dict[str, Any]:
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if _LICENCE_FILE.match(path.name)
    ]
    is_runtime = package["name"] == "pyodide"
    repository = package.get("repository", "")
    address = repository.get("url", "") if isinstance(repository, dict) else repository
    return {
        "kind": "runtime" if is_runtime else "javascript",
        "name": "Pyodide" if is_runtime else package["name"],
        "version": package["version"],
        "licence": package.get("license", ""),
        "url": f"https://github.com/pyodide/pyodide/blob/{PYODIDE_VERSION}/LICENSE"
        if is_runtime
        else _web(address),
        "text": "\n\n".join(texts),
    }


def _web(address: str) -> str:
    """An address for people from what package.json calls a repository."""
    plain = re.sub(r"^git\+|\.git$", "", re.sub(r"^git(?:\+ssh)?://(?:git@)?", "https://", address))
    return f"https://github.com/{plain}" if re.fullmatch(r"[\w.-]+/[\w.-]+", plain) else plain


def _wheels(layout: Layout) -> list[dict[str, Any]]:
    found = []
    for path in sorted((layout.work / "downloads").glob("*.whl")):
        files = read_zip(path)
        info = dist_info(files)
        texts = [files[n].decode() for n in sorted(files) if n.startswith(info) and _is_licence(n)]
        found.append(_python_package(metadata(files), texts))
    return found


def _theme() -> list[dict[str, Any]]:
    """Sphinx and Furo: their search script and style sheets are part of the site."""
    found = []
    for name in ("furo", "sphinx"):
        package = importlib.metadata.distribution(name)
        texts = [
            Path(str(f.locate())).read_text("utf-8")
            for f in package.files or []
            if _is_licence(str(f))
        ]
        fields = {
            key: [str(v) for v in package.metadata.get_all(key) or []] for key in package.metadata
        }
        found.append(_python_package(fields, texts))
    return found


def _python_package(fields: dict[str, list[str]], texts: list[str]) -> dict[str, Any]:
    links = dict(link.split(", ", 1) for link in fields.get("Project-URL", []) if ", " in link)
    by_label = {label.lower(): link for label, link in links.items()}
    home = next(
        (
            by_label[k]
            for k in ("source", "source code", "repository", "homepage", "home")
            if k in by_label
        ),
        "",
    )
    return {
        "kind": "python",
        "name": fields["Name"][0],
        "version": fields["Version"][0],
        "licence": _licence_name(fields),
        "url": home or next(iter(fields.get("Home-page", [])), ""),
        "text": "\n\n".join(texts),
    }


def _licence_name(fields: dict[str, list[str]]) -> str:
    """Expression of newer packages, classifier or free field of older ones."""
    classifiers = [
        c.rpartition(" :: ")[2] for c in fields.get("Classifier", []) if c.startswith("License :: ")
    ]
    free = [text for text in fields.get("License", []) if "\n" not in text]
    return next(iter([*fields.get("License-Expression", []), *classifiers, *free]), "")


def _is_licence(name: str) -> bool:
    return ".dist-info/" in name and bool(_LICENCE_FILE.match(name.rpartition("/")[2]))
