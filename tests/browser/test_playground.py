"""The playground: a free cell, code in a link, files."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lesson_page import collect_errors, expect_state, open_page, output_of, press, source_of
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a fresh profile; errors on its console fail the test."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    errors = collect_errors(tab)
    yield tab
    context.close()

    assert errors == []


def playground(tab: Page, site_url: str, fragment: str = "", *, ready: bool = False) -> Locator:
    """The playground's cell."""
    open_page(tab, f"{site_url}playground.html{fragment}", ready=ready)
    return tab.locator("pg-cell#playground")


def link_to(code: bytes) -> str:
    """The fragment that carries some bytes as code."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(code) + packer.flush()
    return "#code=" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def test_a_typed_program_runs(tab: Page, site_url: str) -> None:
    """What is typed into the playground runs and prints."""
    cell = playground(tab, site_url)
    cell.get_by_role("textbox", name="Code").fill("for n in range(3):\n    print(n ** 2)")
    press(cell, "Run")

    expect_state(cell, "ok", timeout=90_000)
    expect(output_of(cell)).to_have_text("0\n1\n4\n")


def test_code_travels_in_a_link(tab: Page, site_url: str) -> None:
    """Share makes a link; whoever opens it sees the code and a warning, and nothing runs."""
    code = "print('geteilt: äöü 🙂')"
    cell = playground(tab, site_url, ready=True)
    cell.get_by_role("textbox", name="Code").fill(code)
    press(tab.locator(".pg-playground-tools"), "Share")
    field = tab.get_by_role("textbox", name="Link")
    expect(field).to_be_focused()
    link = field.input_value()
    press(tab.locator(".pg-share-panel"), "Copy")
    expect(tab.locator(".pg-playground-tools .pg-run-note")).to_have_text("Copied")
    assert tab.evaluate("() => navigator.clipboard.readText()") == link

    press(cell, "Reset")
    tab.goto("about:blank")
    open_page(tab, link)
    expect(tab.locator(".pg-notice")).to_contain_text("came from a link")
    expect_state(cell, "static")
    assert source_of(cell) == code


def test_shared_code_leaves_the_own_code_alone(tab: Page, site_url: str) -> None:
    """The learner's own code comes back with one press, and after a visit without the link."""
    cell = playground(tab, site_url)
    cell.get_by_role("textbox", name="Code").fill("print('mine')")
    expect(cell.locator(".pg-edited")).to_be_visible()
    tab.goto("about:blank")
    playground(tab, site_url, link_to(b"print('theirs')"))
    expect(tab.locator(".pg-notice")).to_be_visible()
    assert source_of(cell) == "print('theirs')"
    press(tab.locator(".pg-notice"), "Back to my code")
    assert source_of(cell) == "print('mine')"
    tab.goto("about:blank")
    playground(tab, site_url)
    expect(cell.locator(".pg-edited")).to_be_visible()

    assert source_of(cell) == "print('mine')"


@pytest.mark.parametrize(
    "fragment",
    ["#code=%%%", "#code=AAAA", link_to(b"\xff\xfe"), link_to(b"x" * 50_000_000)],
    ids=["no base64", "not packed", "no text", "a bomb"],
)
def test_a_broken_link_changes_nothing(tab: Page, site_url: str, fragment: str) -> None:
    """A link that can't be read, or would unpack to megabytes, is refused with a sentence."""
    cell = playground(tab, site_url)
    before = source_of(cell)
    tab.goto("about:blank")
    playground(tab, site_url, fragment)
    expect(tab.locator(".pg-notice")).to_contain_text("does not hold readable code")

    assert source_of(cell) == before


def test_code_is_downloaded(tab: Page, site_url: str) -> None:
    """Download .py gives the code as a file."""
    cell = playground(tab, site_url)
    cell.get_by_role("textbox", name="Code").fill("print('file')")
    with tab.expect_download() as saved:
        press(tab.locator(".pg-playground-tools"), "Download .py")

    assert saved.value.suggested_filename == "playground.py"
    assert Path(saved.value.path()).read_text(encoding="utf-8") == "print('file')\n"


def test_files_come_and_go(tab: Page, site_url: str, tmp_path: Path) -> None:
    """A program's file is listed and can be saved; a file can be brought in, read and deleted."""
    cell = playground(tab, site_url, ready=True)
    files = tab.get_by_role("region", name="Files")
    cell.get_by_role("textbox", name="Code").fill("open('made.txt', 'w').write('by Python')")
    press(cell, "Run")
    expect(files.get_by_role("listitem")).to_contain_text(["made.txt"])
    with tab.expect_download() as saved:
        press(files, "Download made.txt")
    assert Path(saved.value.path()).read_text() == "by Python"

    (tmp_path / "brought.txt").write_text("from outside")
    with tab.expect_file_chooser() as chooser:
        press(files, "Upload")
    chooser.value.set_files(tmp_path / "brought.txt")
    expect(files.get_by_role("listitem").filter(has_text="brought.txt")).to_be_visible()
    cell.get_by_role("textbox", name="Code").fill("open('brought.txt').read()")
    press(cell, "Run")
    expect(output_of(cell)).to_have_text("'from outside'\n")

    press(files, "Delete made.txt")
    press(files, "Delete")
    expect(files.get_by_role("listitem").filter(has_text="made.txt")).to_have_count(0)
    expect(files.get_by_role("listitem").filter(has_text="brought.txt")).to_be_visible()
