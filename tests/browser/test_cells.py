"""Cells as a learner uses them: run, change, type into, stop, reset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_page import (
    add_cell,
    announced,
    caret_line,
    collect_errors,
    expect_state,
    long_program,
    open_page,
    output_of,
    press,
    source_of,
)
from playwright.sync_api import Browser, Page, Route, expect

PAGE = "a-python-core/names-and-types.html"

#: Notes the place of an element at every frame.
WATCH_PLACE = """element => {
  element.places = [];
  const note = () => {
    element.places.push(Math.round(element.getBoundingClientRect().top + scrollY));
    requestAnimationFrame(note);
  };
  note();
}"""


@pytest.fixture(scope="module")
def lesson(browser: Browser, site_url: str) -> Iterator[tuple[Page, list[str]]]:
    """One page for most tests, with Python ready, and the errors on its console; each test adds its own cells."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    errors = collect_errors(tab)
    open_page(tab, site_url + PAGE)
    yield tab, errors
    context.close()


@pytest.fixture
def tab(lesson: tuple[Page, list[str]]) -> Iterator[Page]:
    """The module's page; errors on its console fail the test during which they came."""
    page, errors = lesson
    errors.clear()
    yield page

    assert errors == []


@pytest.fixture
def new_tab(browser: Browser) -> Iterator[Page]:
    """A tab of a fresh profile without service worker, so that tests may stand in for the server."""
    context = browser.new_context(service_workers="block")
    tab = context.new_page()
    errors = collect_errors(tab)
    yield tab
    context.close()

    assert errors == []


def test_a_page_is_readable_and_runs_when_it_is_pressed_early(new_tab: Page, site_url: str) -> None:
    """Run may be pressed before Python is there; the cell waits and then runs."""
    open_page(new_tab, site_url + PAGE, ready=False)
    cell = new_tab.locator("pg-cell").first
    expect_state(cell, "static")
    press(cell, "Run")

    expect_state(cell, "ok", timeout=90_000)
    expect(output_of(cell)).to_contain_text("<class 'int'>")


def test_kinds_of_output_are_told_apart(tab: Page) -> None:
    """Printed text, error text, the result and the traceback have classes of their own, in order."""
    source = "import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('more')\n6 * 7"
    cell = add_cell(tab, "kinds", source)
    press(cell, "Run")
    expect_state(cell, "ok")

    parts = (
        output_of(cell)
        .locator(":scope > span")
        .evaluate_all("all => all.map(e => [e.className, e.textContent])")
    )
    assert parts == [
        ["pg-stdout", "out\n"],
        ["pg-stderr", "err\n"],
        ["pg-stdout", "more\n"],
        ["pg-result", "42\n"],
    ]


def test_run_tells_a_script_what_came(tab: Page) -> None:
    """`run()` gives the result as the contract has it."""
    cell = add_cell(tab, "scripted", "print('a')\n'b'")
    result = cell.evaluate("cell => cell.run()")

    assert (result["status"], result["stdout"], result["result"], result["error"]) == (
        "ok",
        "a\n",
        "'b'",
        None,
    )


def test_input_is_asked_for_in_the_output(tab: Page) -> None:
    """The focus goes to a line in the output; what is typed shows there and reaches the program."""
    cell = add_cell(tab, "asks", "name = input('Who? ')\nprint('Hello', name)")
    press(cell, "Run")
    line = output_of(cell).get_by_role("textbox", name="Input")
    expect(line).to_be_focused()
    expect(output_of(cell)).to_contain_text("Who?")
    tab.keyboard.type("Ada")
    tab.keyboard.press("Enter")

    expect_state(cell, "ok")
    expect(output_of(cell)).to_have_text("Who? Ada\nHello Ada\n")


@pytest.mark.parametrize("way", ["key", "button"])
def test_input_can_end(tab: Page, way: str) -> None:
    """Control D and the button both are the end of the input."""
    cell = add_cell(tab, f"ends-{way}", "input('More? ')")
    press(cell, "Run")
    line = output_of(cell).get_by_role("textbox", name="Input")
    expect(line).to_be_focused()
    if way == "key":
        tab.keyboard.press("Control+d")
    else:
        press(cell, "End of input")

    expect_state(cell, "error")
    expect(output_of(cell)).to_contain_text("EOFError")


def test_lines_for_input_may_be_given(tab: Page) -> None:
    """`stdin` feeds `input()` without asking."""
    cell = add_cell(tab, "fed", "print(int(input()) + int(input()))", stdin="1\n2\n")
    assert cell.evaluate("cell => cell.run()")["stdout"] == "3\n"
    cell.evaluate("cell => { cell.stdin = '30\\n12\\n'; }")
    press(cell, "Run")

    expect_state(cell, "ok")
    expect(output_of(cell)).to_contain_text("42")


def test_a_traceback_leads_to_its_line(tab: Page) -> None:
    """Pressing a line number in a traceback moves the caret there; the note is in plain words."""
    cell = add_cell(tab, "falls", "x = 1\n\nprint(x / 0)\nprint('never')")
    press(cell, "Run")
    expect_state(cell, "error")
    expect(cell.locator(".pg-note")).to_contain_text("divided by 0")
    expect(announced(tab)).to_contain_text("Error on line 3: ZeroDivisionError")
    press(cell, "line 3")
    expect(cell.get_by_role("textbox", name="Code")).to_be_focused()

    assert caret_line(tab) == 3


def test_stop_keeps_the_variables(tab: Page) -> None:
    """A loop that never ends is stopped; what it had counted is still there."""
    cell = add_cell(tab, "loops", "count = 0\nwhile True:\n    count += 1")
    press(cell, "Run")
    expect_state(cell, "running")
    press(cell, "Stop")
    expect_state(cell, "stopped")
    expect(announced(tab)).to_contain_text("Your variables are kept")
    after = add_cell(tab, "counted", "count > 0")

    assert after.evaluate("cell => cell.run()")["result"] == "True"


def test_a_cell_waits_for_the_one_that_runs(tab: Page) -> None:
    """Run on a second cell queues it; Stop takes it out of the queue."""
    first = add_cell(tab, "first-one", "input()")
    second = add_cell(tab, "second-one", "print('mine')")
    third = add_cell(tab, "third-one", "print('never')")
    press(first, "Run")
    expect(first).to_have_attribute("data-waiting", "")
    press(second, "Run")
    press(third, "Run")
    expect_state(second, "queued")
    press(third, "Stop")
    expect_state(third, "stopped")
    first.get_by_role("textbox", name="Input").press("Enter")

    expect_state(first, "ok")
    expect_state(second, "ok")
    expect(output_of(second)).to_have_text("mine\n")


def test_cells_that_come_before_run_first(tab: Page) -> None:
    """A cell runs those it builds on once, and again after a change, and says so."""
    base = add_cell(tab, "base", "value = 20\nprint('base')")
    middle = add_cell(tab, "middle", "value += 1\nprint('middle')", after=["base"])
    last = add_cell(tab, "last", "value * 2", after=["middle"])
    press(last, "Run")
    expect_state(last, "ok")
    expect(last.locator(".pg-ran-first")).to_have_text("Ran first: base, middle")
    expect(output_of(last)).to_have_text("42\n")
    press(last, "Run")
    expect(last.locator(".pg-ran-first")).to_be_hidden()
    base.evaluate("cell => { cell.source = 'value = 100'; }")
    press(last, "Run")

    expect(output_of(last)).to_have_text("202\n")
    expect(last.locator(".pg-ran-first")).to_have_text("Ran first: base, middle")
    expect_state(middle, "ok")


def test_a_failure_before_ends_the_chain(tab: Page) -> None:
    """A cell doesn't run on what failed, unless the failure is the lesson's point."""
    add_cell(tab, "breaks", "1 / 0")
    add_cell(tab, "meant", "kept = 5\n1 / 0", raises="ZeroDivisionError")
    stopped = add_cell(tab, "on-broken", "print('never')", after=["breaks"])
    goes_on = add_cell(tab, "on-meant", "kept", after=["meant"])

    assert stopped.evaluate("cell => cell.run()")["error"]["name"] == "ZeroDivisionError"
    expect(stopped.locator(".pg-note")).to_contain_text("breaks")
    assert goes_on.evaluate("cell => cell.run()")["result"] == "5"


def test_reset_brings_back_the_original(tab: Page) -> None:
    """Reset restores code, recorded output and state."""
    cell = add_cell(tab, "changed", "print('one')", "one\n")
    code = cell.get_by_role("textbox", name="Code")
    code.fill("print('two')")
    expect(cell.locator(".pg-edited")).to_be_visible()
    press(cell, "Run")
    expect(output_of(cell)).to_have_text("two\n")
    press(cell, "Reset")

    expect_state(cell, "static")
    expect(output_of(cell)).to_have_text("one\n")
    expect(cell.locator(".pg-edited")).to_be_hidden()
    assert source_of(cell) == "print('one')"


def test_recorded_output_stays_until_there_is_new(tab: Page) -> None:
    """Nothing on the page moves when a cell runs and prints what was recorded."""
    cell = add_cell(tab, "still", "for letter in 'abc':\n    print(letter)", "a\nb\nc\n")
    after = add_cell(tab, "below", "1")
    after.evaluate(WATCH_PLACE)
    press(cell, "Run")
    expect_state(cell, "ok")
    expect(cell).to_have_attribute("data-fresh", "")

    assert len(set(after.evaluate("cell => cell.places"))) == 1


def test_a_flood_is_cut_and_can_be_saved(tab: Page) -> None:
    """The first and last lines stay; the rest is counted, and all of it is in the download."""
    cell = add_cell(tab, "floods", long_program(20_000))
    press(cell, "Run")
    expect_state(cell, "ok")
    log = output_of(cell)
    expect(log).to_contain_text("line 0\n")
    expect(log).to_contain_text("line 19999\n")
    expect(log.locator(".pg-cut")).to_have_text("… 19,400 lines are not shown …")
    with tab.expect_download() as saved:
        press(cell, "Download all output")
    text = Path(saved.value.path()).read_text(encoding="utf-8")

    assert text == "".join(f"line {number}\n" for number in range(20_000))
    assert len(log.inner_text().splitlines()) < 700


def test_a_line_without_end_is_cut(tab: Page) -> None:
    """One line of hundreds of thousands of characters stays as short on the page."""
    cell = add_cell(
        tab, "endless-line", "for _ in range(3000):\n    print('x' * 100, end='')\nprint('end')"
    )
    press(cell, "Run")
    expect_state(cell, "ok")
    expect(output_of(cell).locator(".pg-cut")).to_have_text("… the middle is not shown …")

    shown = output_of(cell).inner_text()
    assert shown.rstrip().endswith("xend")
    assert len(shown) < 50_000


def test_pictures_have_a_text(tab: Page) -> None:
    """A value that can draw itself shows as an image with alternative text."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    source = f"class Dot:\n    def _repr_svg_(self):\n        return {svg!r}\n\nDot()"
    cell = add_cell(tab, "draws", source)
    press(cell, "Run")
    expect_state(cell, "ok")
    image = output_of(cell).get_by_role("img", name=re.compile("Dot"))
    expect(image).to_be_visible()

    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 9


def test_output_is_text(tab: Page) -> None:
    """Markup that a program prints is shown, not obeyed."""
    cell = add_cell(tab, "prints-markup", "print('<img src=x onerror=alert(1)><b>bold</b>')")
    press(cell, "Run")
    expect_state(cell, "ok")

    expect(output_of(cell)).to_have_text("<img src=x onerror=alert(1)><b>bold</b>\n")
    assert output_of(cell).locator("img, b").count() == 0


@pytest.mark.parametrize("keys", ["Control+Enter", "Shift+Enter"])
def test_a_cell_runs_by_key(tab: Page, keys: str) -> None:
    """Control Enter and Shift Enter run the code without changing it."""
    cell = add_cell(tab, f"by-{keys[:5].lower()}", "print('key')")
    code = cell.get_by_role("textbox", name="Code")
    code.focus()
    code.press(keys)

    expect(output_of(cell)).to_have_text("key\n")
    assert source_of(cell) == "print('key')"


def test_tab_indents_and_escape_leaves(tab: Page) -> None:
    """Tab indents in the editor; after Escape it moves on to Run."""
    cell = add_cell(tab, "tabs", "pass")
    cell.get_by_role("textbox", name="Code").click()
    expect(cell.locator(".cm-content")).to_be_focused()
    tab.keyboard.press("Home")
    tab.keyboard.press("Tab")
    assert source_of(cell) == "    pass"
    tab.keyboard.press("Escape")
    tab.keyboard.press("Tab")

    expect(cell.get_by_role("button", name="Run", exact=True)).to_be_focused()


def test_no_key_is_lost_while_the_editor_loads(new_tab: Page, site_url: str) -> None:
    """Typing goes on through the arrival of the editor, with the caret where it was."""
    waiting: list[Route] = []
    new_tab.route("**/_app/editor-*.js", lambda route: waiting.append(route))
    open_page(new_tab, site_url + PAGE, ready=False)
    cell = add_cell(new_tab, "typed", "first\nsecond\nthird")
    code = cell.get_by_role("textbox", name="Code")
    code.click()
    new_tab.keyboard.press("Control+Home")
    new_tab.keyboard.press("End")
    new_tab.keyboard.type(" one")
    new_tab.keyboard.press("Enter")
    new_tab.keyboard.press("Tab")
    new_tab.keyboard.type("tw")
    expect(cell.locator(".cm-content")).to_have_count(0)
    for route in waiting:
        route.continue_()
    new_tab.keyboard.type("o thr")
    expect(cell.locator(".cm-content")).to_be_focused()
    new_tab.keyboard.type("ee")

    assert source_of(cell) == "first one\n    two three\nsecond\nthird"


def test_the_editor_takes_the_same_place(tab: Page) -> None:
    """Text stands at the same pixel before and after the editor has come."""
    where = """cell => {
      const text = document.createTreeWalker(cell.querySelector(".pg-source, .cm-content"), NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      range.setStart(text.nextNode(), 0);
      range.setEnd(text.currentNode, 1);
      const { x, y, height } = range.getBoundingClientRect();
      const box = cell.getBoundingClientRect();
      return [x - box.x, y - box.y, height, box.width, box.height].map((n) => Math.round(n * 4) / 4);
    }"""
    cell = add_cell(tab, "placed", "first = 1\nsecond = 2")
    before = cell.evaluate(where)
    cell.get_by_role("textbox", name="Code").focus()
    expect(cell.locator(".cm-content")).to_be_focused()

    assert cell.evaluate(where) == before


def test_copy_takes_the_code(tab: Page) -> None:
    """Copy puts the code as it stands on the clipboard."""
    cell = add_cell(tab, "copied", "print('as it stands')")
    press(cell, "Copy")
    expect(announced(tab)).to_contain_text("Copied")

    assert tab.evaluate("() => navigator.clipboard.readText()") == "print('as it stands')\n"


def test_without_stack_switching_lines_are_typed_before(new_tab: Page, site_url: str) -> None:
    """Where a program can't be paused, a box takes the lines for `input()` beforehand."""

    def patch(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace('"pyodideVersion"', '"without":["jspi"],"pyodideVersion"', 1)
        assert '"without"' in body
        route.fulfill(response=response, body=body)

    new_tab.route("**/names-and-types.html", patch)
    open_page(new_tab, site_url + PAGE)
    plain = add_cell(new_tab, "plain", "print('no question')")
    cell = add_cell(new_tab, "asks-early", "print('Hello', input('Who? '))")
    expect(plain.get_by_role("textbox", name="Input lines")).to_be_hidden()
    cell.get_by_role("textbox", name="Input lines").fill("Grace\n")
    press(cell, "Run")

    expect_state(cell, "ok")
    expect(output_of(cell)).to_contain_text("Hello Grace")
