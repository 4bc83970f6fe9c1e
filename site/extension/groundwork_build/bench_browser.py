"""What a learner waits for, measured in Chromium: starts, runs, page weight."""

from __future__ import annotations

import functools
import gzip
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, sync_playwright

from groundwork_build.browser import ensure_browser, launch_arguments
from groundwork_build.figures import Figure, Sample
from groundwork_build.layout import Layout
from groundwork_build.problems import Problem
from groundwork_build.static_server import SiteServer

#: Longest wait for one measurement. Milliseconds.
TIMEOUT_MS = 120_000
COMPUTE = "total = 0\nfor i in range(3_000_000):\n    total += i * i % 7\n"
LINES = "for i in range(100_000):\n    print(i)\n"

#: Milliseconds from navigation to the end of the first run, on our page and on the floor's.
_OUR_FIRST = """async () => {
  await customElements.whenDefined("pg-cell");
  const cell = document.querySelector("pg-cell");
  cell.source = "print(1)";
  const ran = await cell.run();
  if (ran.stdout !== "1\\n") throw new Error(JSON.stringify(ran));
  return performance.now();
}"""
_FLOOR_FIRST = """async () => {
  const ran = await window.run("print(1)");
  if (ran.output !== "1") throw new Error(ran.output);
  return performance.now();
}"""
_OUR_RUN = """async (source) => {
  const cell = document.querySelector("pg-cell");
  cell.source = source;
  const started = performance.now();
  const ran = await cell.run();
  const ms = performance.now() - started;
  if (ran.status !== "ok") throw new Error(JSON.stringify(ran).slice(0, 1000));
  return ms;
}"""
_FLOOR_RUN = "async (source) => (await window.run(source)).ms"
_LONGEST_TASK = """() => {
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longestTask = Math.max(window.longestTask, entry.duration);
  }).observe({ type: "longtask" });
}"""
_STOP = """async () => {
  const cell = document.querySelector("pg-cell");
  cell.source = "kept = 42";
  await cell.run();
  cell.source = "while True:\\n    pass";
  const looping = cell.run();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const started = performance.now();
  await cell.stop();
  const stopped = await looping;
  cell.source = "print(kept)";
  const after = await cell.run();
  const ms = performance.now() - started;
  if (stopped.status !== "stopped" || after.stdout !== "42\\n") throw new Error(JSON.stringify([stopped, after]));
  return ms;
}"""
_SOLVE = """async () => {
  const exercise = document.querySelector("pg-exercise");
  const options = JSON.parse(exercise.querySelector("script.pg-options").textContent);
  exercise.source = Object.values(options.solution)[0];
  const times = [];
  let report;
  for (let i = 0; i < 3; i++) {
    const started = performance.now();
    report = await exercise.check();
    times.push(performance.now() - started);
  }
  if (report.status !== "pass") throw new Error(JSON.stringify(report).slice(0, 1000));
  return { ms: times.at(-1), tests: report.tests.length };
}"""
#: Resolves when everything is saved for offline use and the memory snapshot is written. A loop of its own, because
#: Playwright's `wait_for_function` takes the promise of an async function for its answer.
_SETTLE = """async (timeoutMs) => {
  const offline = () => document.querySelector("pg-status").dataset.offline === "ready";
  const snapshot = async () => {
    for (const name of await caches.keys())
      if (name.endsWith(":snapshot") && (await (await caches.open(name)).keys()).length) return true;
    return false;
  };
  const end = performance.now() + timeoutMs;
  while (!(offline() && (await snapshot()))) {
    if (performance.now() > end) throw new Error(`not settled: offline ${offline()}, snapshot ${await snapshot()}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}"""
_RESOURCES = """() => [location.href, ...performance.getEntriesByType("resource")
  .filter((entry) => entry.initiatorType !== "other" || entry.name.endsWith(".woff2")).map((entry) => entry.name)]"""
#: Needed for Python, not for reading.
_PYTHON_PARTS = ("/runtime/", "/wheels/", "/_app/kernel-")


@dataclass(frozen=True)
class Sites:
    """The two sites that are compared."""

    layout: Layout
    ours: Path
    floor: Path


@dataclass(frozen=True)
class _Urls:
    ours: str
    floor: str


class _Times:
    """Measured values by name, in the order of measuring."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = {}

    def note(self, name: str, value: float) -> None:
        self._values.setdefault(name, []).append(value)

    def __getitem__(self, name: str) -> Sample:
        return Sample(tuple(self._values[name]))


def start_figures(sites: Sites, runs: int) -> list[Figure]:
    """First output after navigation: empty profile, later visit, next page of the same visit."""
    times = _Times()
    with _serving(sites) as urls, sync_playwright() as playwright:
        for _ in range(runs):
            _floor_starts(playwright, f"{urls.floor}index.html", times)
            _our_starts(playwright, urls.ours, _lesson_pages(sites.ours), times)
    return [
        Figure("cold start", "ms", times["our cold"], times["floor cold"], 1.1, "ratio"),
        Figure("warm start", "ms", times["our warm"], times["floor warm"], 0.25, "ratio"),
        Figure("next page", "ms", times["our next"], times["floor warm"], 0.22, "ratio"),
    ]


def _floor_starts(playwright: Playwright, url: str, times: _Times) -> None:
    with tempfile.TemporaryDirectory() as profile:
        for name in ("floor cold", "floor warm"):
            with _visiting(playwright, profile) as page:
                times.note(name, _first_output(page, url, _FLOOR_FIRST))


def _our_starts(playwright: Playwright, root: str, pages: tuple[str, str], times: _Times) -> None:
    with tempfile.TemporaryDirectory() as profile:
        with _visiting(playwright, profile) as page:
            times.note("our cold", _first_output(page, root + pages[0], _OUR_FIRST))
            page.evaluate(_SETTLE, TIMEOUT_MS)
        with _visiting(playwright, profile) as page:
            times.note("our warm", _first_output(page, root + pages[0], _OUR_FIRST))
            times.note("our next", _first_output(page, root + pages[1], _OUR_FIRST))


def run_figures(sites: Sites, runs: int) -> list[Figure]:
    """What happens once Python is ready, ours and the floor's in turn."""
    times = _Times()
    with _fresh_page(sites) as (ours, urls):
        floor = ours.context.new_page()
        _first_output(floor, f"{urls.floor}index.html", _FLOOR_FIRST)
        _first_output(ours, f"{urls.ours}playground.html", _OUR_FIRST)
        ours.evaluate(_SETTLE, TIMEOUT_MS)
        ours.evaluate(_LONGEST_TASK)
        for _ in range(runs):
            _run_both(ours, floor, times)
            times.note("stop", ours.evaluate(_STOP))
        floor.close()
        tests = _check_exercise(ours, urls.ours + _exercise_page(sites.ours), runs, times)
    return [
        Figure("trivial run", "ms", times["our trivial"], times["floor trivial"], 30, "difference"),
        Figure(
            "pure-Python compute", "ms", times["our compute"], times["floor compute"], 1.03, "ratio"
        ),
        Figure(f"check of an exercise ({tests} tests)", "ms", times["check"], None, 250, "value"),
        Figure("Stop → usable, state kept", "ms", times["stop"], None, 150, "value"),
        Figure("100,000 lines: time", "ms", times["our lines"], times["floor lines"], 1.5, "ratio"),
        Figure("100,000 lines: main thread blocked", "ms", times["blocked"], None, 50, "value"),
    ]


def _run_both(ours: Page, floor: Page, times: _Times) -> None:
    for name, source in (("trivial", "1 + 1"), ("compute", COMPUTE), ("lines", LINES)):
        floor.bring_to_front()
        times.note(f"floor {name}", floor.evaluate(_FLOOR_RUN, source))
        ours.bring_to_front()
        ours.evaluate("window.longestTask = 0")
        times.note(f"our {name}", ours.evaluate(_OUR_RUN, source))
    # Of the lines, the last of the three. The browser tells long tasks a little later.
    ours.wait_for_timeout(200)
    times.note("blocked", ours.evaluate("window.longestTask"))


def _check_exercise(page: Page, url: str, runs: int, times: _Times) -> int:
    """Check the solution of a page's first exercise.

    :returns: How many tests it has.
    """
    tests = 0
    for _ in range(runs):
        page.goto(url)
        page.evaluate("customElements.whenDefined('pg-exercise').then(() => true)")
        answer = page.evaluate(_SOLVE)
        times.note("check", answer["ms"])
        tests = answer["tests"]
    return tests


def weight_figures(sites: Sites, _runs: int) -> list[Figure]:
    """Compressed size of what a lesson page loads before the first Run, Python left out."""
    lesson, _ = _lesson_pages(sites.ours)
    with _fresh_page(sites) as (page, urls):
        page.goto(urls.ours + lesson, wait_until="networkidle")
        addresses = {str(address) for address in page.evaluate(_RESOURCES)}
    read = {address for address in addresses if not any(part in address for part in _PYTHON_PARTS)}
    weight = (
        sum(_compressed(sites.ours / address.removeprefix(urls.ours)) for address in read) / 1000
    )
    return [Figure("page weight before Run", "KB", Sample((weight,)), None, 120, "value")]


def _compressed(path: Path) -> int:
    """Bytes on the wire: fonts and images are compressed already."""
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png") else len(gzip.compress(data, 9, mtime=0))


def _lesson_pages(site: Path) -> tuple[str, str]:
    """Two pages with cells, in course order."""
    pages = [page["page"] for page in _course_pages(site) if page["cells"]]
    if len(pages) < 2:
        raise Problem(
            "The course has fewer than two pages with cells: there is no next page to measure."
        )
    return f"{pages[0]}.html", f"{pages[1]}.html"


def _exercise_page(site: Path) -> str:
    pages = [page["page"] for page in _course_pages(site) if page["exercises"]]
    if not pages:
        raise Problem("The course has no exercise to measure.")
    return f"{pages[0]}.html"


def _course_pages(site: Path) -> list[dict[str, Any]]:
    course = json.loads((site / "course.json").read_text(encoding="utf-8"))
    return [page for section in course["sections"] for page in section["pages"]]


def _first_output(page: Page, url: str, first: str) -> float:
    page.goto(url, wait_until="commit")
    page.wait_for_function(
        "() => window.run || window.customElements.get('pg-cell')", timeout=TIMEOUT_MS
    )
    return float(page.evaluate(first))


@functools.cache
def _browser() -> str:
    return ensure_browser()


@contextmanager
def _visiting(playwright: Playwright, profile: str) -> Iterator[Page]:
    """A browser of its own, so that nothing but the profile is kept from the visit before."""
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=_browser(), args=launch_arguments()
    )
    try:
        yield context.new_page()
    finally:
        context.close()


@contextmanager
def _fresh_page(sites: Sites) -> Iterator[tuple[Page, _Urls]]:
    with (
        _serving(sites) as urls,
        sync_playwright() as playwright,
        tempfile.TemporaryDirectory() as profile,
        _visiting(playwright, profile) as page,
    ):
        yield page, urls


@contextmanager
def _serving(sites: Sites) -> Iterator[_Urls]:
    ours, floor = SiteServer(sites.ours), SiteServer(sites.floor)
    for server in (ours, floor):
        server.start()
    try:
        yield _Urls(ours.url, floor.url)
    finally:
        for server in (ours, floor):
            server.stop()
