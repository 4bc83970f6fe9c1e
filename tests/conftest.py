"""Fixtures of all tests: one built site, servers for it, a browser that is strict about errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page

from groundwork_build.browser import ensure_browser, launch_arguments
from groundwork_build.layout import CDN_ORIGIN, Layout
from groundwork_build.locks import file_lock
from groundwork_build.pipeline import Choices, build_site
from groundwork_build.static_server import SiteServer

ROOT = Path(__file__).parents[1]
#: A cold start of Python on a busy machine. Milliseconds.
READY_TIMEOUT_MS = 90_000


@pytest.fixture(scope="session")
def site_dir(testrun_uid: str) -> Path:
    """The site as `build --runtime cdn` makes it, built once for a run of pytest and shared by its workers."""
    layout = Layout(ROOT)
    out = layout.work / "test-site"
    marker = layout.work / "test-site.run"
    with file_lock(layout.work / "test-site.lock", "the build of another test worker"):
        if not marker.is_file() or marker.read_text() != testrun_uid or not out.is_dir():
            # A stale record must fail the test that compares it, not every test.
            build_site(layout, Choices(out=out, cdn=True, allow_stale=True))
            marker.write_text(testrun_uid)
    return out


@pytest.fixture
def serve_folder() -> Iterator[Callable[..., SiteServer]]:
    """Start servers: `serve_folder(folder, prefix="/")`; what the test has not stopped is stopped after it."""
    servers: list[SiteServer] = []

    def start(folder: Path, prefix: str = "/", port: int = 0) -> SiteServer:
        server = SiteServer(folder, port, prefix)
        server.start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """Address of the built site's root, ends in `/`."""
    yield from _address(site_dir, "/")


@pytest.fixture(scope="session")
def subpath_url(site_dir: Path) -> Iterator[str]:
    """The same site below a path, as GitHub Pages shows it; ends in `/repo/`."""
    yield from _address(site_dir, "/repo/")


def _address(folder: Path, prefix: str) -> Iterator[str]:
    server = SiteServer(folder, 0, prefix)
    server.start()
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def cdn_rule() -> str:
    """How the browser finds the CDN: not at all, so that no test depends on the network."""
    return f"MAP {CDN_ORIGIN.removeprefix('https://')} ~NOTFOUND"


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], cdn_rule: str
) -> dict[str, Any]:
    """Our browser, found in the documented order, with arguments that work as root."""
    arguments = [*launch_arguments(), f"--host-resolver-rules={cdn_rule}"]
    return {**browser_type_launch_args, "executable_path": ensure_browser(), "args": arguments}


@pytest.fixture
def page(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a fresh profile; errors on its console fail the test, unless marked `console_errors_ok`."""
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(f"uncaught: {error.error}"))
    context.on("console", lambda message: errors.extend(_console_errors(message)))
    yield context.new_page()
    if request.node.get_closest_marker("console_errors_ok") is None:
        assert errors == [], "the browser's console shows errors"


def _console_errors(message: ConsoleMessage) -> list[str]:
    """The message if it is an error; that the CDN can't be reached is no error, it is how tests run."""
    where = message.location.get("url", "")
    if message.type != "error" or where.startswith(CDN_ORIGIN):
        return []
    return [f"{message.text} ({where}:{message.location.get('lineNumber', 0)})"]


@pytest.fixture
def wait_ready() -> Callable[[Page], None]:
    """`wait_ready(page)` returns when Python is ready, and fails at once when it can't be started."""

    def wait(page: Page) -> None:
        settled = """() => {
          const status = document.querySelector("pg-status");
          return ["ready", "failed"].includes(status?.dataset.state) && status.dataset.state;
        }"""
        state = page.wait_for_function(settled, timeout=READY_TIMEOUT_MS).json_value()
        assert state == "ready", page.locator("pg-status").inner_text()

    return wait


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that use a page are browser tests, so that `-m "not browser"` runs the quick ones."""
    for item in items:
        if {"page", "browser", "context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)
