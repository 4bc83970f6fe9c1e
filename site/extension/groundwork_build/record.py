"""``build.py record``: runs the cells of pages in a real browser and writes what they gave.

One file a page, ``lessons/_outputs/<page>.json``; :mod:`groundwork_sphinx.outputs` reads them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from groundwork_build.browser import ensure_browser, launch_arguments
from groundwork_build.layout import Layout
from groundwork_build.pipeline import Choices, build_site
from groundwork_build.problems import Problem
from groundwork_build.progress import say
from groundwork_build.static_server import SiteServer

#: Cold start of Python on a busy machine. Milliseconds.
READY_TIMEOUT_MS = 120_000

_CELLS = """() => [...document.querySelectorAll("pg-cell")].map((cell) => ({
  name: cell.id,
  options: JSON.parse(cell.querySelector("script.pg-options").textContent),
}))"""
_RUN = """async ([name, stdin]) => {
  const cell = document.getElementById(name);
  cell.stdin = stdin;
  const source = cell.source;
  return { source, ran: await cell.run() };
}"""
_SETTLED = (
    """() => ["ready", "failed"].includes(document.querySelector("pg-status")?.dataset.state)"""
)


def record_pages(layout: Layout, pages: list[str]) -> int:
    """Record pages again.

    :param pages: Document names, all pages with cells if empty.
    :returns: 0, or 1 when a cell ended in another way than its page says.
    """
    site = layout.work / "record-site"
    build_site(layout, Choices(out=site, cdn=False, allow_stale=True))
    wanted = choose_pages(pages_with_cells(site), pages)
    surprises: list[str] = []
    with _serving(site) as url, _browser() as browser:
        for name in wanted:
            cells, notes = _record_page(browser, url, name)
            path = layout.lessons / "_outputs" / f"{name}.json"
            changed = write_record(path, cells)
            say(f"{name}: {len(cells)} cells, {'changed' if changed else 'as before'}")
            surprises += [f"{name}: {note}" for note in notes]
    for surprise in surprises:
        say(surprise)
    return 1 if surprises else 0


def pages_with_cells(site: Path) -> list[str]:
    """Document names of a built site's pages that hold at least one cell, sorted."""
    return sorted(
        path.relative_to(site).with_suffix("").as_posix()
        for path in site.rglob("*.html")
        if "<pg-cell" in path.read_text(encoding="utf-8")
    )


def choose_pages(with_cells: list[str], pages: list[str]) -> list[str]:
    """Pages to record.

    :param with_cells: All pages that can be recorded.
    :param pages: Those asked for, as document names or file names; all if empty.
    :raises Problem: a page that does not exist or has no cells was asked for.
    """
    asked = [re.sub(r"^lessons/|\.md$", "", page) for page in pages]
    unknown = [page for page in asked if page not in with_cells]
    if unknown:
        raise Problem(
            f"No page with cells is called {unknown[0]}: write it as {with_cells[0] if with_cells else 'section/page'}."
        )
    return [page for page in with_cells if not asked or page in asked]


def write_record(path: Path, cells: dict[str, dict[str, Any]]) -> bool:
    """Write a page's record.

    A cell whose output differs only where it may keeps its old record, so that recording again changes no file.

    :param cells: Records by cell name, each with the cell's `volatile` patterns, which are not written.
    :returns: Whether the file changed.
    """
    old = _read(path)
    kept = {name: _settled(old.get(name), record) for name, record in cells.items()}
    text = json.dumps({"cells": kept}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def _read(path: Path) -> dict[str, Any]:
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError):
        # Whatever is wrong with the old record, a new one is about to replace it.
        return {}
    return dict(cells)


def _settled(old: dict[str, Any] | None, new: dict[str, Any]) -> dict[str, Any]:
    patterns = new["volatile"]
    record = {key: value for key, value in new.items() if key != "volatile"}
    if old is not None and masked(old, patterns) == masked(record, patterns):
        return old
    return record


def masked(record: dict[str, Any], patterns: list[str]) -> str:
    """A record as text with everything that may change replaced."""
    flat = [(stream, text) for stream, text in record["chunks"]]
    streams = [
        "".join(text for kind, text in flat if kind == wanted)
        for wanted in ("stdout", "stderr", "stdin")
    ]
    error = record["error"] and [
        record["error"]["name"],
        record["error"]["message"],
        record["error"]["traceback"],
    ]
    parts = [record["source_sha256"], record["status"], *streams, record["result"], *(error or [])]
    texts = [str(part) for part in parts]
    for pattern in patterns:
        texts = [re.sub(pattern, "\N{REPLACEMENT CHARACTER}", text) for text in texts]
    return json.dumps(texts)


def _record_page(
    browser: Browser, url: str, name: str
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Run one page's cells in document order in a fresh profile."""
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(f"{url}{name}.html")
        _wait_ready(page, name)
        cells: dict[str, dict[str, Any]] = {}
        notes: list[str] = []
        for cell in page.evaluate(_CELLS):
            answer = page.evaluate(_RUN, [cell["name"], cell["options"]["stdin"]])
            cells[cell["name"]] = to_record(answer, cell["options"])
            notes += surprises_of(cell["name"], answer["ran"], cell["options"])
        return cells, notes
    finally:
        context.close()


def to_record(answer: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """One cell's record.

    :param answer: `source` and the `RunResult` of protocol.ts as `ran`.
    :param options: The cell's `CellOptions`.
    """
    from groundwork_sphinx.outputs import source_sha256

    ran = answer["ran"]
    error = ran["error"] and {key: ran["error"][key] for key in ("name", "message", "traceback")}
    return {
        "source_sha256": source_sha256(answer["source"]),
        "status": ran["status"],
        "chunks": ran["chunks"],
        "result": ran["result"],
        "error": error,
        "volatile": options["volatile"],
    }


def surprises_of(name: str, ran: dict[str, Any], options: dict[str, Any]) -> list[str]:
    """Sentences about a cell that ended in another way than its options say."""
    raised = ran["error"]["name"] if ran["error"] else None
    if ran["status"] == "stopped":
        return [
            f"cell {name} was stopped ({ran['stopReason']}): give it a longer :timeout: or less to do."
        ]
    if raised != options["raises"]:
        said = f":raises: {options['raises']}" if options["raises"] else "no :raises:"
        return [
            f"cell {name} raised {raised or 'nothing'}, but has {said}: mend the cell or the option."
        ]
    return []


def _wait_ready(page: Page, name: str) -> None:
    page.wait_for_function(_SETTLED, timeout=READY_TIMEOUT_MS)
    status = page.locator("pg-status")
    if status.get_attribute("data-state") != "ready":
        raise Problem(f"Python did not start on {name}: {status.inner_text()}")


@contextmanager
def _serving(site: Path) -> Iterator[str]:
    server = SiteServer(site)
    server.start()
    try:
        yield server.url
    finally:
        server.stop()


@contextmanager
def _browser() -> Iterator[Browser]:
    path = ensure_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=launch_arguments())
        try:
            yield browser
        finally:
            browser.close()
