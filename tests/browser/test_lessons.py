"""Every cell and every exercise of every page, run in a real browser as the page runs them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons"
CHECKS = ROOT / "py_checks"


def pages_with(directive: str) -> list[str]:
    """Document names of the pages that use a directive."""
    return sorted(
        path.relative_to(LESSONS).with_suffix("").as_posix()
        for path in LESSONS.rglob("*.md")
        if re.search(rf"^`{{3,}}{{{directive}}}", path.read_text(encoding="utf-8"), re.MULTILINE)
    )


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for the module, so that later pages restore the snapshot as for a learner."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """A new tab whose errors fail the test."""
    page = context.new_page()
    page.set_default_timeout(120_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()

    assert errors == []


def open_page(tab: Page, url: str) -> None:
    """Open a page and wait until Python is ready."""
    tab.goto(url)
    tab.evaluate("() => customElements.whenDefined('pg-status')")
    tab.evaluate("() => document.querySelector('pg-status').ready")


def settle(text: str, volatile: list[str]) -> str:
    """Replace what may differ between two runs."""
    for pattern in volatile:
        text = re.sub(pattern, "…", text)
    return text


def seen(result: dict, volatile: list[str]) -> dict:
    """What a learner sees of a run, in the form of the record."""
    error = result["error"]
    return {
        "status": result["status"],
        "chunks": [[stream, settle(text, volatile)] for stream, text in result["chunks"]],
        "result": None if result["result"] is None else settle(result["result"], volatile),
        "error": error and settle(error["traceback"], volatile),
    }


RUN_ALL = """async (restart) => {
  const results = {};
  for (const cell of document.querySelectorAll("pg-cell")) {
    if (restart) await document.querySelector("pg-status").restart();
    const options = JSON.parse(cell.querySelector(".pg-options").textContent);
    results[cell.id] = {result: await cell.run(), volatile: options.volatile, raises: options.raises};
  }
  return results;
}"""


@pytest.mark.parametrize("order", ["in order", "alone"])
@pytest.mark.parametrize("docname", pages_with("cell"))
def test_cells_give_their_recorded_output(
    tab: Page, site_url: str, docname: str, order: str
) -> None:
    """Each cell prints what the page says, run after the ones above it and run alone."""
    record = json.loads((LESSONS / "_outputs" / f"{docname}.json").read_text(encoding="utf-8"))
    open_page(tab, f"{site_url}{docname}.html")

    results = tab.evaluate(RUN_ALL, order == "alone")

    assert results.keys() == record["cells"].keys()
    for name, run in results.items():
        expected = record["cells"][name] | {"stopReason": None}
        assert seen(run["result"], run["volatile"]) == seen(expected, run["volatile"]), name
        raised = run["result"]["error"] and run["result"]["error"]["name"]
        assert raised == run["raises"], name


def submissions(exercise: str) -> dict[str, dict]:
    """Our starter, solution and wrong answers, each with what its check must say."""
    folder = CHECKS / exercise
    wrong = {}
    for path in sorted((folder / "wrong").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        claims = re.findall(r"^# fails (\w+): (.+)$", source, re.MULTILINE)
        wrong[f"wrong/{path.name}"] = {"source": source, "status": "fail", "claims": claims}
    return {
        "starter": {"source": (folder / "starter.py").read_text(), "status": "fail", "claims": []},
        "solution": {
            "source": (folder / "solution.py").read_text(),
            "status": "pass",
            "claims": [],
        },
    } | wrong


CHECK = """async ([exercise, source]) => {
  const element = document.querySelector(`pg-exercise[data-exercise="${exercise}"]`);
  element.source = source;
  return {report: await element.check(), state: element.dataset.state};
}"""


@pytest.mark.parametrize("docname", pages_with("exercise"))
def test_exercises_judge_our_submissions(tab: Page, site_url: str, docname: str) -> None:
    """Starters fail, solutions pass, and each wrong answer fails with the words it names."""
    open_page(tab, f"{site_url}{docname}.html")
    exercises = tab.eval_on_selector_all("pg-exercise", "all => all.map(e => e.dataset.exercise)")
    assert exercises

    for exercise in exercises:
        for name, wanted in submissions(exercise).items():
            outcome = tab.evaluate(CHECK, [exercise, wanted["source"]])
            report = outcome["report"]
            assert report["status"] == wanted["status"], (exercise, name, report)
            assert outcome["state"] == {"pass": "solved", "fail": "failed"}[report["status"]]
            for test, words in wanted["claims"]:
                messages = [
                    result["message"]
                    for result in report["tests"]
                    if result["name"].split("[")[0] == test and result["outcome"] == "failed"
                ]
                assert any(words in message for message in messages), (exercise, name, messages)
