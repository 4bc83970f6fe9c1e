"""The whole course without a network: after one page was open, everything else works from this device."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from groundwork_build.static_server import SiteServer

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons"
DOCUMENTS = sorted(
    path.relative_to(LESSONS).with_suffix("").as_posix()
    for path in LESSONS.rglob("*.md")
    if not path.relative_to(LESSONS).parts[0].startswith("_") and path.stem != "404"
)

#: Scripts run before the page's own script has made its elements.
READY = """Promise.all(["pg-status", "pg-cell", "pg-exercise"].map((name) => customElements.whenDefined(name)))
    .then(() => document.querySelector("pg-status").ready)"""
RUN_ALL = """async () => {
  await READY;
  const statuses = {};
  for (const cell of document.querySelectorAll("pg-cell")) statuses[cell.id] = (await cell.run()).status;
  return statuses;
}""".replace("READY", READY)
RAISES = """() => Object.fromEntries([...document.querySelectorAll("pg-cell")].map((cell) => [
  cell.id, JSON.parse(cell.querySelector(".pg-options").textContent).raises]))"""
SOLVE_ALL = """async (solutions) => {
  await READY;
  const statuses = {};
  for (const exercise of document.querySelectorAll("pg-exercise")) {
    exercise.source = solutions[exercise.dataset.exercise];
    statuses[exercise.dataset.exercise] = (await exercise.check()).status;
  }
  return statuses;
}""".replace("READY", READY)


@pytest.fixture(scope="module")
def visited(browser: Browser, site_dir: Path) -> Iterator[tuple[BrowserContext, str]]:
    """A profile that saw one lesson page until all was saved; then the server ended and the network went off."""
    server = SiteServer(site_dir, 0, "/repo/")
    server.start()
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{server.url}introduction/index.html")
    expect(tab.locator("pg-status")).to_have_attribute("data-offline", "ready", timeout=90_000)
    # The browser's own cache would hide what the service worker lacks.
    context.new_cdp_session(tab).send("Network.clearBrowserCache")
    tab.close()
    server.stop()
    context.set_offline(True)
    yield context, server.url
    context.close()


@pytest.fixture
def offline(visited: tuple[BrowserContext, str]) -> Iterator[Callable[[str], Page]]:
    """`offline(docname)` opens a page in a tab whose errors fail the test."""
    context, url = visited
    errors: list[str] = []
    tab = context.new_page()
    tab.set_default_timeout(90_000)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.extend([message.text] * (message.type == "error")))
    # A page that is left while it loads aborts its own requests.
    tab.on(
        "requestfailed",
        lambda request: errors.extend(
            [f"{request.url}: {request.failure}"] * (request.failure != "net::ERR_ABORTED")
        ),
    )

    def open_page(docname: str) -> Page:
        answer = tab.goto(f"{url}{docname}.html")
        assert answer and answer.status == 200
        return tab

    yield open_page
    tab.close()

    assert errors == []


def count(tab: Page, element: str) -> int:
    """How many there are on the page."""
    return tab.locator(element).count()


def solutions(tab: Page) -> dict[str, str]:
    """Ours, for every exercise of the page."""
    names = tab.eval_on_selector_all("pg-exercise", "all => all.map((one) => one.dataset.exercise)")
    return {name: (ROOT / "py_checks" / name / "solution.py").read_text("utf-8") for name in names}


@pytest.mark.parametrize("docname", DOCUMENTS)
def test_page_works_offline(offline: Callable[[str], Page], docname: str) -> None:
    """The page opens whole, its cells run, and its exercises accept our solutions."""
    tab = offline(docname)

    expect(tab.locator("h1").first).to_be_visible()
    assert_looks_whole(tab)
    if count(tab, "pg-cell"):
        raises = tab.evaluate(RAISES)
        wanted = {name: "error" if error else "ok" for name, error in raises.items()}
        assert tab.evaluate(RUN_ALL) == wanted
    if count(tab, "pg-exercise"):
        ours = solutions(tab)
        assert tab.evaluate(SOLVE_ALL, ours) == dict.fromkeys(ours, "pass")


def assert_looks_whole(tab: Page) -> None:
    """Style sheets, pictures and fonts are there."""
    loaded: dict[str, Any] = tab.evaluate("""async () => ({
      sheets: [...document.styleSheets].every((sheet) => sheet.cssRules !== null),
      pictures: [...document.images].every((image) => image.loading === "lazy" || image.naturalWidth > 0),
      fonts: (await document.fonts.ready).size > 0,
    })""")
    assert loaded == {"sheets": True, "pictures": True, "fonts": True}


def test_course_map_lists_only_pages_that_open(
    visited: tuple[BrowserContext, str], offline: Callable[[str], Page]
) -> None:
    """Every page that `course.json` names opens, and the search finds words."""
    _, url = visited
    tab = offline("search")
    course = tab.evaluate(
        "(url) => fetch(url).then((answer) => answer.json())", f"{url}course.json"
    )
    pages = [page["page"] for section in course["sections"] for page in section["pages"]]

    assert set(pages) <= set(DOCUMENTS), json.dumps(pages)
    for page in pages:
        answer = tab.goto(f"{url}{page}.html")
        assert answer and answer.status == 200
    tab.goto(f"{url}search.html?q=python")
    expect(tab.locator("#search-results li").first).to_be_visible()
