"""How pages look and how they are reached: with eyes, keyboards, screen readers, phones, without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

ROOT = Path(__file__).parents[2]
AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"
#: A page with cells, exercises, and questions of several kinds.
LESSON = "a-python-core/shared-objects"
KINDS = "pg-cell, pg-exercise, pg-quiz, pg-order, pg-explain"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}

# The look needs no Python: with this the page starts it at the first run only.
SAVE_DATA = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"

RUN_AXE = """async (rules) => {
  const options = rules ? { runOnly: { type: "rule", values: rules } } : {};
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}"""
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def all_pages() -> list[str]:
    """Document names of every page: what is in lessons/, and what Sphinx adds."""
    lessons = ROOT / "lessons"
    written = (path.relative_to(lessons) for path in lessons.rglob("*.md"))
    names = [
        path.with_suffix("").as_posix() for path in written if not path.parts[0].startswith("_")
    ]
    return sorted([*names, "search"])


def open_upgraded(page: Page, url: str) -> None:
    """Open a page and wait until its elements have been upgraded."""
    page.goto(url)
    page.locator("pg-status .pg-status-text").wait_for(state="attached")
    page.locator(f":is({KINDS}):not(:defined)").first.wait_for(state="detached")


def heights(page: Page) -> dict[str, float]:
    """Height of every element of ours, in CSS pixels, by id."""
    script = "all => all.map(one => [one.id, one.getBoundingClientRect().height])"
    return dict(page.locator(KINDS).evaluate_all(script))


@pytest.fixture
def look(page: Page) -> Page:
    """A page that starts Python only when it is asked to."""
    page.add_init_script(SAVE_DATA)
    return page


@pytest.mark.parametrize("name", all_pages())
def test_page_has_no_barriers(look: Page, site_url: str, name: str) -> None:
    """axe finds no violation in light and in dark, and the page has one first heading and one main part."""
    open_upgraded(look, f"{site_url}{name}.html")
    look.evaluate(AXE.read_text(encoding="utf-8"))

    look.emulate_media(color_scheme="light")
    assert look.evaluate(RUN_AXE, None) == []
    look.emulate_media(color_scheme="dark")
    assert look.evaluate(RUN_AXE, ["color-contrast", "link-in-text-block"]) == []
    assert look.locator("h1").count() == 1
    assert look.get_by_role("main").count() == 1


@pytest.mark.parametrize("name", all_pages())
def test_page_fits_a_phone(
    new_context: Callable[..., BrowserContext], site_url: str, name: str
) -> None:
    """At 390 pixels nothing makes the page scroll sideways, and what is pressed is 44 pixels high."""
    page = new_context(**PHONE).new_page()
    page.add_init_script(SAVE_DATA)

    open_upgraded(page, f"{site_url}{name}.html")

    assert page.evaluate(OVERHANG) <= 0
    small = """all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
      .map(one => one.outerHTML.slice(0, 120))"""
    pressed = "button:not(.pg-link-button), .pg-choice-label, summary, .pg-navigation-link, .pg-pager-link, input"
    ignored = ".pg-choice-input"
    assert page.locator(f":is({pressed}):not({ignored})").evaluate_all(small) == []


@pytest.mark.parametrize("width", [320, 768, 1024, 1280, 1600])
@pytest.mark.parametrize("name", ["index", LESSON, "playground", "search"])
def test_page_fits_every_width(look: Page, site_url: str, name: str, width: int) -> None:
    """From a small phone to a wide screen nothing makes the page scroll sideways."""
    look.set_viewport_size({"width": width, "height": 900})
    open_upgraded(look, f"{site_url}{name}.html")

    assert look.evaluate(OVERHANG) <= 0


@pytest.mark.parametrize("name", [LESSON, "a-python-core/first-steps"])
def test_lesson_can_be_read_without_javascript(
    new_context: Callable[..., BrowserContext], site_url: str, name: str
) -> None:
    """With JavaScript off there are code, recorded output, tasks, hints, solutions and answers, and no dead button."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}{name}.html")

    expect(page.locator(".pg-noscript")).to_be_visible()
    for part in page.locator("pg-cell > .pg-source, pg-exercise > .pg-source").all():
        expect(part).to_be_visible()
    recorded = page.locator("pg-cell > .pg-output:not([hidden]), pg-cell > .pg-recorded")
    assert recorded.count() > 0
    for part in recorded.all():
        expect(part).to_be_visible()
    folded = page.locator(
        ".pg-hints, .pg-solution, .pg-quiz-answers, .pg-order-answer, .pg-explain-answer"
    )
    assert folded.count() > 0
    for part in folded.all():
        part.locator("summary").first.click()
        expect(part.locator(":scope > :not(summary)").first).to_be_visible()
    expect(
        page.locator("pg-cell button, pg-exercise button, .pg-theme-toggle:visible")
    ).to_have_count(0)


def test_menu_opens_without_javascript(
    new_context: Callable[..., BrowserContext], site_url: str
) -> None:
    """On a phone the course menu works with JavaScript off."""
    page = new_context(java_script_enabled=False, **PHONE).new_page()
    page.goto(f"{site_url}{LESSON}.html")
    expect(page.get_by_role("navigation", name="Course")).to_be_hidden()

    page.get_by_role("button", name="Course menu").click()

    page.get_by_role("navigation", name="Course").get_by_role(
        "link", name="Names and types"
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Names and types"))


def test_menu_gives_the_focus_back(look: Page, site_url: str) -> None:
    """Esc closes the course menu, and the focus is on its button again."""
    look.set_viewport_size({"width": 390, "height": 844})
    open_upgraded(look, f"{site_url}{LESSON}.html")
    button = look.get_by_role("button", name="Course menu")
    button.press("Enter")
    expect(look.get_by_role("navigation", name="Course")).to_be_visible()

    look.keyboard.press("Escape")

    expect(look.get_by_role("navigation", name="Course")).to_be_hidden()
    expect(button).to_be_focused()


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", ["index", LESSON, "a-python-core/first-steps", "playground"])
def test_upgrade_moves_nothing(
    new_context: Callable[..., BrowserContext], site_url: str, name: str, phone: bool
) -> None:
    """Every element is as high before the script has come as after it has upgraded the element."""
    context = new_context(**(PHONE if phone else {}))
    context.add_init_script(SAVE_DATA)
    before, after = context.new_page(), context.new_page()
    before.route("**/_app/main-*.js", lambda route: route.abort())
    before.goto(f"{site_url}{name}.html")
    before.evaluate("() => document.fonts.ready.then(() => true)")
    open_upgraded(after, f"{site_url}{name}.html")
    after.evaluate("() => document.fonts.ready.then(() => true)")

    static, upgraded = heights(before), heights(after)

    assert static
    assert {
        one: (high, upgraded[one]) for one, high in static.items() if abs(upgraded[one] - high) > 1
    } == {}


def top_of(part: Locator) -> float:
    """Distance from the top of the document, in CSS pixels."""
    return part.evaluate("one => one.getBoundingClientRect().top + scrollY")


def test_output_moves_nothing_above_it(
    page: Page, site_url: str, wait_ready: Callable[[Page], None]
) -> None:
    """While a cell runs and prints, nothing above its output moves, not even the cell's own toolbar."""
    page.goto(f"{site_url}{LESSON}.html")
    wait_ready(page)
    cell = page.locator("pg-cell").nth(2)
    cell.evaluate(
        "(cell, source) => { cell.source = source }", "for i in range(40):\n    print('line', i)\n"
    )
    cell.scroll_into_view_if_needed()
    run = cell.get_by_role("button", name="Run")
    watched = [*page.locator("h1, h2").all()[:3], *page.locator("pg-cell").all()[:3], run]
    before = [top_of(part) for part in watched]

    run.click()
    expect(cell).to_have_attribute("data-state", "ok", timeout=30_000)
    expect(cell.get_by_role("log")).to_contain_text("line 39")

    assert [top_of(part) for part in watched] == before


def test_page_can_be_used_with_the_keyboard(
    page: Page, site_url: str, wait_ready: Callable[[Page], None]
) -> None:
    """Tab reaches the skip link, code and Run; Enter runs; in the code Esc and then Tab lead out again."""
    page.goto(f"{site_url}index.html")
    wait_ready(page)
    cell = page.locator("#first-run")
    run = cell.get_by_role("button", name="Run")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(cell.get_by_role("textbox", name="Code")).to_be_focused()
    page.keyboard.type("a = 1; ")
    expect(cell.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(run).to_be_focused()
    assert run.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
    page.keyboard.press("Enter")

    expect(cell).to_have_attribute("data-state", "ok", timeout=30_000)
    expect(cell.get_by_role("log", name="Output")).to_contain_text("Hello, world")


def test_theme_is_kept(look: Page, site_url: str) -> None:
    """The button in the top bar changes the colours at once, and the choice outlasts the page."""
    look.emulate_media(color_scheme="light")
    open_upgraded(look, f"{site_url}index.html")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = look.evaluate(ground)

    look.get_by_role("button", name="light, dark").click()
    dark = look.evaluate(ground)
    open_upgraded(look, f"{site_url}{LESSON}.html")

    assert dark != light
    assert look.evaluate(ground) == dark


def test_editor_and_page_colour_code_alike(look: Page, site_url: str) -> None:
    """Words have the same colour before and after the editor has taken over, and stay in their places."""
    open_upgraded(look, f"{site_url}{LESSON}.html")
    cell = look.locator("pg-cell").first
    script = """box => [...box.querySelectorAll("span")].filter(one => /^\\w+$/.test(one.textContent))
      .map(one => [one.textContent, getComputedStyle(one).color, Math.round(one.getBoundingClientRect().left)])"""
    code = cell.locator(".pg-code")
    static = {word: rest for word, *rest in code.evaluate(script)}

    cell.get_by_role("textbox", name="Code").click()
    expect(cell.locator(".cm-content")).to_be_focused()
    expect(cell.locator(".cm-content .nb").first).to_be_visible()
    edited = {word: rest for word, *rest in code.evaluate(script)}

    shared = static.keys() & edited.keys()
    assert len(shared) >= 2
    assert {word: static[word] for word in shared} == {word: edited[word] for word in shared}


def test_nothing_moves_for_who_asks_for_that(look: Page, site_url: str) -> None:
    """With reduced motion no animation runs, whatever the state of a cell or of Python."""
    look.emulate_media(reduced_motion="reduce")
    open_upgraded(look, f"{site_url}{LESSON}.html")
    look.locator("pg-cell").first.evaluate("cell => { cell.dataset.state = 'running' }")
    look.locator("pg-status").evaluate("status => { status.dataset.state = 'loading' }")

    running = "() => document.getAnimations().filter(one => one.playState === 'running').length"
    assert look.evaluate(running) == 0


def test_states_can_be_told_in_forced_colours(look: Page, site_url: str) -> None:
    """Where the system forces its colours, icons and the product's mark are still drawn."""
    look.emulate_media(forced_colors="active")
    open_upgraded(look, f"{site_url}index.html")

    canvas = look.evaluate("() => getComputedStyle(document.body).backgroundColor")
    icon = look.locator(".pg-mask-theme").evaluate("one => getComputedStyle(one).backgroundColor")
    assert icon != canvas


def test_search_finds_a_page(look: Page, site_url: str) -> None:
    """A word typed into the top bar leads to a list of pages with that word."""
    open_upgraded(look, f"{site_url}index.html")
    field = look.get_by_role("searchbox", name="Search the course")
    field.fill("slicing")
    field.press("Enter")

    expect(
        look.locator("#search-results").get_by_role("link", name="Slicing").first
    ).to_be_visible()


def test_site_can_be_installed(site_dir: Path) -> None:
    """The manifest names icons that exist in the sizes it says, one of them for any mask."""
    manifest: dict[str, Any] = json.loads(
        (site_dir / "manifest.webmanifest").read_text(encoding="utf-8")
    )

    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == (
        "./",
        "./",
        "standalone",
    )
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        data = (site_dir / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
            assert icon["sizes"] == f"{width}x{height}"
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
