"""What stays on the learner's device: drafts, two tabs, trouble with the storage, the way back, the status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lesson_page import collect_errors, expect_state, open_page, output_of, press, source_of
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

PAGE = "a-python-core/names-and-types.html"


@pytest.fixture
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh profile."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def tab(profile: BrowserContext) -> Iterator[Page]:
    """A tab whose errors on the console fail the test."""
    tab = profile.new_page()
    errors = collect_errors(tab)
    yield tab

    assert errors == []


def first_cell(tab: Page, url: str) -> Locator:
    """The first cell of the lesson."""
    open_page(tab, url, ready=False)
    return tab.locator("pg-cell").first


def code_of(cell: Locator) -> Locator:
    """The textbox of a cell."""
    return cell.get_by_role("textbox", name="Code")


def test_changed_code_survives_a_reload(tab: Page, site_url: str) -> None:
    """A draft is there again, marked as edited, until Reset; leaving at once loses nothing."""
    cell = first_cell(tab, site_url + PAGE)
    original = source_of(cell)
    code_of(cell).fill("print('mine')")
    tab.reload()
    expect(cell.locator(".pg-edited")).to_be_visible()
    assert source_of(cell) == "print('mine')"
    press(cell, "Reset")
    tab.reload()
    expect(cell.locator(".pg-toolbar")).to_be_visible()

    expect(cell.locator(".pg-edited")).to_be_hidden()
    assert source_of(cell) == original


def test_names_in_storage_carry_the_sites_path(tab: Page, subpath_url: str) -> None:
    """Several sites may share an origin, so the database is named by this one's path."""
    cell = first_cell(tab, subpath_url + PAGE)
    code_of(cell).fill("1")
    names = tab.evaluate("async () => (await indexedDB.databases()).map(({name}) => name)")

    assert "groundwork:/repo/:progress" in names
    tab.get_by_role("button", name="Switch between light, dark").click()
    assert "groundwork:/repo/:theme" in tab.evaluate("() => Object.keys(localStorage)")


def test_another_tab_takes_changes_or_asks(
    profile: BrowserContext, tab: Page, site_url: str
) -> None:
    """A tab that is not being typed in follows; one that is asks before anything is lost."""
    other = profile.new_page()
    here, there = first_cell(tab, site_url + PAGE), first_cell(other, site_url + PAGE)
    code_of(there).fill("print('there')")
    expect(here.locator(".pg-edited")).to_be_visible()
    assert source_of(here) == "print('there')"

    code_of(here).focus()
    code_of(there).fill("print('there again')")
    expect(here.locator(".pg-note")).to_contain_text("another tab")
    assert source_of(here) == "print('there')"
    press(here, "Use that version")
    assert source_of(here) == "print('there again')"

    code_of(here).focus()
    code_of(there).fill("print('once more')")
    press(here, "Keep mine")
    other.close()
    tab.reload()
    expect(here.locator(".pg-edited")).to_be_visible()
    assert source_of(here) == "print('there again')"


def test_blocked_storage_is_said_once(tab: Page, site_url: str) -> None:
    """Without a database everything works for the time of the visit."""
    tab.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
    )
    cell = first_cell(tab, site_url + PAGE)
    expect(tab.locator(".pg-notice")).to_have_count(1)
    expect(tab.locator(".pg-notice")).to_contain_text("does not let the page save")
    code_of(cell).fill("print('still here')")
    press(tab.locator(".pg-notices"), "Dismiss")

    expect(tab.locator(".pg-notice")).to_have_count(0)
    expect(cell.locator(".pg-edited")).to_be_visible()


def test_a_broken_record_is_left_out(tab: Page, site_url: str) -> None:
    """A record that can't be read costs nothing but itself."""
    cell = first_cell(tab, site_url + PAGE)
    code_of(cell).fill("print('kept')")
    expect(cell.locator(".pg-edited")).to_be_visible()
    tab.reload()
    tab.evaluate(
        """() => new Promise((resolve, reject) => {
          const opening = indexedDB.open("groundwork:/:progress");
          opening.onsuccess = () => {
            const change = opening.result.transaction("records", "readwrite");
            change.objectStore("records").put({ kind: "exercise", name: "x", value: 7, savedAt: 1 }, "exercise:x");
            change.oncomplete = () => { opening.result.close(); resolve(); };
            change.onerror = reject;
          };
        })"""
    )
    tab.reload()

    expect(tab.locator(".pg-notice")).to_contain_text("could not be read")
    assert source_of(cell) == "print('kept')"


def test_the_home_page_leads_back(tab: Page, site_url: str) -> None:
    """The home page offers the lesson where the learner was last."""
    open_page(tab, site_url, ready=False)
    expect(tab.get_by_role("link", name="Continue where you were")).to_have_count(0)
    open_page(tab, site_url + PAGE, ready=False)
    title = tab.locator("h1").evaluate("heading => heading.firstChild.textContent")
    open_page(tab, site_url, ready=False)
    link = tab.get_by_role("link", name=f"Continue where you were: {title}")
    link.click()

    expect(tab).to_have_url(site_url + PAGE)


def test_the_status_tells_how_python_is(tab: Page, site_url: str) -> None:
    """It goes from loading to ready, knows where Python came from, and can start it afresh."""
    open_page(tab, site_url + PAGE)
    status = tab.locator("pg-status")
    expect(status.locator(".pg-status-text")).to_have_text("Python 3.14.2 is ready")
    assert status.get_attribute("data-source") in {"snapshot", "cache", "cdn", "local"}
    status.evaluate("status => status.ready")
    cell = tab.locator("pg-cell").first
    cell.evaluate("cell => { cell.source = 'kept = 1'; return cell.run(); }")
    press(status, "Restart Python")
    expect_state(status, "ready", timeout=60_000)
    cell.evaluate("cell => { cell.source = 'kept'; return cell.run(); }")

    expect(output_of(cell)).to_contain_text("NameError")


def test_a_failed_start_can_be_tried_again(browser: Browser, site_url: str) -> None:
    """When Python's files can't be had, the status says so and Retry starts it."""
    context = browser.new_context(service_workers="block")
    tab = context.new_page()
    away = {"yes": True}

    def answer(route: Route) -> None:
        if away["yes"]:
            route.abort()
        else:
            route.continue_()

    tab.context.route("**/runtime/**", answer)
    open_page(tab, site_url + PAGE, ready=False)
    status = tab.locator("pg-status")
    expect_state(status, "failed", timeout=60_000)
    cell = tab.locator("pg-cell").first
    press(cell, "Run")
    expect_state(cell, "error", timeout=60_000)
    expect(cell.locator(".pg-note")).to_contain_text("not your code's fault")
    away["yes"] = False
    press(status, "Retry")

    expect_state(status, "ready", timeout=90_000)
    context.close()


def test_save_data_waits_for_the_first_use(browser: Browser, site_url: str) -> None:
    """Who asked the browser to save data downloads Python only with the first Run."""
    context = browser.new_context()
    tab = context.new_page()
    tab.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } });"
    )
    cell = first_cell(tab, site_url + PAGE)
    tab.wait_for_load_state("networkidle")
    expect_state(tab.locator("pg-status"), "idle")
    press(cell, "Run")

    expect_state(cell, "ok", timeout=90_000)
    context.close()
