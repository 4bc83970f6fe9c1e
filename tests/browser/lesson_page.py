"""What the tests of the page's elements share: opening a page, finding and adding cells."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

#: A first start of Python on a busy machine. Milliseconds.
START_MS = 90_000

#: Adds a cell to the page as the build would write it.
ADD_CELL = """([id, source, output, options]) => {
  const make = (tag, attributes, text = "") =>
    Object.assign(document.createElement(tag), attributes, text && { textContent: text });
  const cell = make("pg-cell", { id, className: "pg-cell" });
  cell.dataset.state = "static";
  const pre = make("pre", { className: "pg-source" });
  pre.append(make("code", {}, source + "\\n"));
  const log = make("div", { className: "pg-output", hidden: !output });
  if (output) log.append(make("span", { className: "pg-stdout" }, output));
  const script = make("script", { type: "application/json", className: "pg-options" }, JSON.stringify(options));
  cell.append(pre, log, script);
  document.querySelector("article").append(cell);
}"""

OPTIONS: dict[str, Any] = {
    "after": [],
    "session": "page",
    "stdin": None,
    "raises": None,
    "files": {},
    "timeoutS": 10,
    "editable": True,
    "volatile": [],
}


def open_page(tab: Page, url: str, *, ready: bool = True) -> None:
    """Open a page and wait until its elements work, and until Python does unless told otherwise."""
    tab.goto(url)
    tab.wait_for_function("() => customElements.get('pg-explain')")
    if ready:
        expect(tab.locator("pg-status")).to_have_attribute("data-state", "ready", timeout=START_MS)


def collect_errors(tab: Page) -> list[str]:
    """Start to collect what goes wrong in a tab; that the CDN can't be reached is how tests run."""
    errors: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and "jsdelivr" not in message.text + message.location.get(
            "url", ""
        ):
            errors.append(message.text)

    tab.on("console", said)
    tab.on("pageerror", lambda error: errors.append(str(error)))
    return errors


def add_cell(tab: Page, name: str, source: str, output: str = "", **options: Any) -> Locator:
    """Put one more cell at the end of the page, with options as the build writes them."""
    tab.evaluate(ADD_CELL, [name, source, output, OPTIONS | options])
    return tab.locator(f"pg-cell#{name}")


def press(element: Locator, name: str) -> None:
    """Press the button with this very name."""
    element.get_by_role("button", name=name, exact=True).click()


def expect_state(element: Locator, state: str, timeout: float = 20_000) -> None:
    """Wait for a state of a cell, exercise or question."""
    expect(element).to_have_attribute("data-state", state, timeout=timeout)


def output_of(cell: Locator) -> Locator:
    """The output of a cell."""
    return cell.get_by_role("log", name="Output")


def source_of(element: Locator) -> str:
    """The code as a script reads it."""
    return element.evaluate("element => element.source")


def announced(tab: Page) -> Locator:
    """What is read out to people who don't see the page."""
    return tab.locator(".pg-announcer")


def caret_line(tab: Page) -> int:
    """Line of the editor that has the caret, counted from 1; 0 when none has."""
    return tab.evaluate(
        """() => {
          const line = document.getSelection().anchorNode?.parentElement?.closest(".cm-line");
          return line ? [...line.parentElement.children].indexOf(line) + 1 : 0;
        }"""
    )


def long_program(lines: int) -> str:
    """A program that prints numbered lines."""
    return f"for number in range({lines}):\n    print('line', number)"
