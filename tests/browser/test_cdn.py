"""Where the bytes of Python come from: the CDN, else the site's own copy, and never a wrong one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cdn_stand_in import (
    CDN_HOST,
    Server,
    cdn_stand_in,
    folder_server,
    with_one_other_byte,
    with_stand_in,
)
from playwright.sync_api import Browser, Page, Playwright
from small_site import CDN_PATH, HASTY, PATIENT, SmallSite, cdn_files, runtime_bytes

BIG = "runtime/v1/big.bin"
ON_CDN = f"https://{CDN_HOST}{CDN_PATH}big.bin"
FAULTS = ["refused", "silent", "stalled", "wrong", "missing"]

#: Fetches a file and says what came.
FETCH = """async (path) => {
  const response = await fetch(path);
  const bytes = await response.clone().arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const text = response.ok ? "" : await response.text();
  return { status: response.status, url: response.url, sha256, text };
}"""
#: SHA-256 in hexadecimal of everything in every cache, by address without the query.
CACHED = """async () => {
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const bytes = await (await cache.match(request)).arrayBuffer();
      found[new URL(request.url).pathname] = hex(await crypto.subtle.digest("SHA-256", bytes));
    }
  }
  return found;
}"""
#: The browser says that it saves data, so the page saves nothing by itself.
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@pytest.fixture(scope="module")
def cdn_server() -> Iterator[Server]:
    """Poses as the CDN for every test of this module."""
    with cdn_stand_in({}) as server:
        yield server


@pytest.fixture
def cdn(cdn_server: Server) -> Iterator[Server]:
    """The stand-in, in good health at the start of each test."""
    cdn_server.files = cdn_files()
    cdn_server.find = cdn_server.files.get
    cdn_server.release()
    cdn_server.log.clear()
    yield cdn_server
    cdn_server.release()


@pytest.fixture(scope="module")
def browser(
    browser_type_launch_args: dict[str, Any], playwright: Playwright, cdn_server: Server
) -> Iterator[Browser]:
    """Takes the stand-in for the CDN."""
    arguments = with_stand_in(browser_type_launch_args["args"], cdn_server.port)
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "args": arguments})
    yield browser
    browser.close()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Server]:
    """A small site; tests rewrite it where they need another."""
    SmallSite(tmp_path).write()
    with folder_server({"/": tmp_path}) as server:
        yield server


Open = Callable[..., Page]


@pytest.fixture
def open_site(page: Page, site: Server, tmp_path: Path) -> Open:
    """`open_site(**choices)` writes the site with these choices and opens it, nothing saved by itself."""

    def open_site(*, hasty: bool = False, **choices: Any) -> Page:
        SmallSite(tmp_path, limits=HASTY if hasty else PATIENT, **choices).write()
        page.add_init_script(SAVE_DATA)
        page.goto(f"http://localhost:{site.port}/")
        gated = page.evaluate("() => pg.started.then(({ gated }) => gated)")
        assert gated
        return page

    return open_site


def test_cdn_comes_first(open_site: Open, cdn: Server, site: Server) -> None:
    """A runtime file comes from the CDN once, then from the saved copy."""
    page = open_site()

    first = page.evaluate(FETCH, BIG)
    second = page.evaluate(FETCH, BIG)

    assert first["sha256"] == second["sha256"] == sha256(runtime_bytes("big.bin"))
    assert cdn.counts == {CDN_PATH + "big.bin": 1}
    assert "/" + BIG not in site.counts
    page.wait_for_function("() => pg.sources.length === 2")
    assert page.evaluate("() => pg.sources") == ["cdn", "cache"]


def test_saved_copy_is_the_unmodified_response(open_site: Open, cdn: Server) -> None:
    """The saved response keeps its own address, without which compiled code is not cached."""
    page = open_site()

    page.evaluate(FETCH, BIG)

    assert page.evaluate(FETCH, BIG)["url"] == ON_CDN


def test_module_from_the_gate_runs(open_site: Open, cdn: Server) -> None:
    """A module that came from the CDN can be imported under its address on the site, fresh and saved."""
    page = open_site()
    imported = "() => import('/runtime/v1/small.mjs').then(({ answer }) => answer)"

    assert page.evaluate(imported) == 42
    page.reload()
    page.evaluate("() => pg.started")
    assert page.evaluate(imported) == 42
    assert cdn.counts == {CDN_PATH + "small.mjs": 1}


@pytest.mark.console_errors_ok
@pytest.mark.parametrize("fault", FAULTS)
def test_own_copy_stands_in(open_site: Open, cdn: Server, site: Server, fault: Any) -> None:
    """A CDN that is unreachable, mute, stuck half-way, wrong by a byte or empty is replaced by the own copy."""
    page = open_site(hasty=fault in ("silent", "stalled"))
    cdn.faults["*"] = fault

    answer = page.evaluate(FETCH, BIG)

    right = sha256(runtime_bytes("big.bin"))
    assert (answer["status"], answer["sha256"]) == (200, right)
    assert answer["url"].endswith(f"localhost:{site.port}/{BIG}")
    page.wait_for_function("() => pg.sources.length === 1")
    assert page.evaluate("() => pg.sources") == ["local"]
    assert page.evaluate(CACHED)["/" + BIG] == right


@pytest.mark.console_errors_ok
def test_dead_cdn_costs_once(open_site: Open, cdn: Server) -> None:
    """After one failure the CDN is left alone."""
    page = open_site(hasty=True)
    cdn.faults["*"] = "silent"

    page.evaluate(FETCH, BIG)
    asked = len(cdn.log)
    answer = page.evaluate(FETCH, "runtime/v1/library.zip")

    assert answer["sha256"] == sha256(runtime_bytes("library.zip"))
    assert len(cdn.log) == asked


@pytest.mark.console_errors_ok
def test_wrong_everywhere_is_refused(open_site: Open, cdn: Server, tmp_path: Path) -> None:
    """When the own copy is wrong, too, nothing is handed out or saved, and the answer names file and mend."""
    page = open_site()
    cdn.faults["*"] = "wrong"
    own = tmp_path / BIG
    own.write_bytes(with_one_other_byte(own.read_bytes()))

    answer = page.evaluate(FETCH, BIG)

    assert answer["status"] == 502
    assert BIG in answer["text"]
    assert "publish it again" in answer["text"]
    assert "/" + BIG not in page.evaluate(CACHED)


@pytest.mark.console_errors_ok
def test_out_of_reach_everywhere_is_told(open_site: Open, cdn: Server, site: Server) -> None:
    """With no source in reach, the answer names the file and the connection."""
    page = open_site()
    cdn.faults["*"] = "refused"
    site.stop()

    answer = page.evaluate(FETCH, BIG)
    site.start()

    assert answer["status"] == 503
    assert BIG in answer["text"]
    assert "connection" in answer["text"]


@pytest.mark.console_errors_ok
def test_network_that_comes_back_gets_the_cdn_back(
    open_site: Open, cdn: Server, site: Server
) -> None:
    """A moment without any network is not taken for a dead CDN."""
    page = open_site()
    cdn.faults["*"] = "refused"
    site.stop()
    page.evaluate(FETCH, BIG)
    site.start()
    cdn.faults.clear()

    assert page.evaluate(FETCH, BIG)["url"] == ON_CDN


def test_site_without_cdn_never_asks_it(open_site: Open, cdn: Server, site: Server) -> None:
    """Built with `--runtime local`, the site is the only source."""
    page = open_site(cdn=False)

    assert page.evaluate(FETCH, BIG)["url"].endswith(f"localhost:{site.port}/{BIG}")
    assert cdn.log == []


def test_two_requests_at_once_are_one_download(open_site: Open, cdn: Server) -> None:
    """Saving and the kernel asking for the same file at the same time share one download."""
    page = open_site()

    answers = page.evaluate(f"() => Promise.all([1, 2, 3].map(() => ({FETCH})('{BIG}')))")

    assert {answer["sha256"] for answer in answers} == {sha256(runtime_bytes("big.bin"))}
    assert cdn.counts == {CDN_PATH + "big.bin": 1}


class TestWithoutServiceWorker:
    """The kernel's own way, where there is no service worker."""

    @pytest.fixture
    def browser_context_args(self, browser_context_args: dict[str, Any]) -> dict[str, Any]:
        """As in a window that forbids service workers."""
        return {**browser_context_args, "service_workers": "block"}

    @pytest.fixture
    def load(self, page: Page, site: Server, tmp_path: Path) -> Callable[..., Any]:
        """`load(limits)` loads the big file as the kernel does."""
        page.goto(f"http://localhost:{site.port}/")
        file = SmallSite(tmp_path).checked("big.bin")
        script = """([file, limits]) => pg.load(file, { limits }).catch((error) => ({
          name: error.name, message: error.message }))"""
        return lambda limits=PATIENT: page.evaluate(script, [file, limits])

    def test_cdn_comes_first(self, load: Callable[..., Any], cdn: Server) -> None:
        """The CDN is asked first."""
        assert load() == {"source": "cdn", "url": ON_CDN, "bytes": 400_000}

    @pytest.mark.console_errors_ok
    @pytest.mark.parametrize("fault", FAULTS)
    def test_own_copy_stands_in(
        self, load: Callable[..., Any], cdn: Server, site: Server, fault: Any
    ) -> None:
        """The own copy comes in every case that the service worker knows, too."""
        cdn.faults["*"] = fault

        loaded = load(HASTY if fault in ("silent", "stalled") else PATIENT)

        assert loaded == {
            "source": "local",
            "url": f"http://localhost:{site.port}/{BIG}",
            "bytes": 400_000,
        }

    @pytest.mark.console_errors_ok
    @pytest.mark.parametrize("fault", ["wrong", "missing"])
    def test_error_names_the_file(
        self, load: Callable[..., Any], cdn: Server, site: Server, fault: Any
    ) -> None:
        """Without any good copy, the error names the file and what to do."""
        cdn.faults["*"] = fault
        site.faults["/" + BIG] = fault

        error = load()

        assert error["name"] == "RuntimeFileError"
        assert BIG in error["message"]
        assert "Reload" in error["message"] or "reload" in error["message"]
