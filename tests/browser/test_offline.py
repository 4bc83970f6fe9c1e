"""Saving for offline use, opening without a network, and changing from one version of the site to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cdn_stand_in import Server, folder_server
from playwright.sync_api import BrowserContext, Page, expect
from small_site import SmallSite, integrity

PAGES = {
    "": "Start",
    "index.html": "Start",
    "index": "Start",
    "second.html": "Second page",
    "second": "Second page",
    "second.html?q=word#part": "Second page",
    "deep/third.html": "Third page",
    "deep/third": "Third page",
}
SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
#: Addresses of everything that is saved.
SAVED = """async () => {
  const all = [];
  for (const name of await caches.keys()) {
    if (name.endsWith(":files")) all.push(...(await (await caches.open(name)).keys()));
  }
  return all.map(({ url }) => new URL(url).pathname);
}"""
#: Looks for a new version and says how its installation ended: installed or redundant.
UPDATE = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const ended = new Promise((resolve) => {
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker.addEventListener("statechange", () => worker.state !== "installing" && resolve(worker.state));
    }, { once: true });
  });
  await registration.update();
  return ended;
}"""
READ = "(path) => fetch(path).then((response) => response.text())"


class Visit:
    """A server, and what a learner does with its site."""

    def __init__(self, context: BrowserContext, tmp_path: Path) -> None:
        """Serve version "a" at the root."""
        self.context = context
        self.folders = tmp_path
        self.mounts = {"/": self.write("a")}
        self.server = folder_server(self.mounts)
        self.root = f"http://localhost:{self.server.port}/"

    def write(self, version: str, **choices: Any) -> Path:
        """One version in a folder of its own."""
        folder = self.folders / version
        SmallSite(folder, version=version, cdn=False, **choices).write()
        return folder

    def publish(self, version: str, at: str = "/", **choices: Any) -> None:
        """Put another version in the place of what is there."""
        self.mounts[at] = self.write(version, **choices)

    def open(self, path: str = "", tab: Page | None = None) -> Page:
        """Open a page and wait until the service worker serves it."""
        tab = tab or self.context.new_page()
        tab.goto(self.root + path)
        assert tab.evaluate("() => pg.started.then(({ gated }) => gated)")
        return tab

    def open_saved(self, path: str = "", tab: Page | None = None) -> Page:
        """Open a page and wait until all is saved."""
        tab = self.open(path, tab)
        wait_saved(tab)
        return tab

    def go_offline(self) -> None:
        """No network, nobody who would answer, and nothing in the browser's own cache."""
        self.end_server()
        self.context.set_offline(True)

    def end_server(self) -> None:
        """Nobody answers, and the browser's own cache is empty. Also where a stopped worker lets `set_offline` hang."""
        tab = self.context.new_page()
        self.context.new_cdp_session(tab).send("Network.clearBrowserCache")
        tab.close()
        self.server.stop()

    def stop_worker(self, tab: Page) -> None:
        """End the service worker, as browsers do when they like."""
        session = self.context.new_cdp_session(tab)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        session.detach()


@pytest.fixture
def visit(context: BrowserContext, tmp_path: Path) -> Iterator[Visit]:
    """A learner and the site."""
    visit = Visit(context, tmp_path)
    yield visit
    visit.server.stop()


def wait_saved(tab: Page, state: str = "ready") -> dict[str, Any]:
    """The last thing that was told about saving, once it ended."""
    tab.wait_for_function("() => pg.saving.length > 0 && pg.saving.at(-1).state !== 'saving'")
    last = tab.evaluate("() => pg.saving.at(-1)")
    assert last["state"] == state, last
    return last


def wait_until(tab: Page, condition: str) -> None:
    """Wait for a condition that has to be awaited itself, which ``wait_for_function`` does not do."""
    pause = "await new Promise((resolve) => setTimeout(resolve, 20))"
    tab.evaluate(f"async () => {{ while (!({condition})) {pause}; }}")


def assert_all_opens(visit: Visit, tab: Page, version: str) -> None:
    """Every page opens in this version, with its style."""
    for path, text in PAGES.items():
        tab.goto(visit.root + path)
        expect(tab.locator("h1")).to_have_text(text)
        expect(tab.locator("#version")).to_have_text(version)
        style = "() => getComputedStyle(document.body).getPropertyValue('--version').trim()"
        assert tab.evaluate(style) == version


# ---------------------------------------------------------------- first visit


def test_everything_is_saved_and_downloaded_once(visit: Visit) -> None:
    """After the first page, all files are saved, and none was downloaded twice."""
    tab = visit.open()
    tab.evaluate("() => fetch('runtime/v1/big.bin')")
    wait_saved(tab)

    names = SmallSite(visit.folders / "a").contents()
    assert {path.lstrip("/") for path in tab.evaluate(SAVED)} == set(names)
    twice = {path: count for path, count in visit.server.counts.items() if count > 1}
    assert twice == {}


def test_progress_is_told_in_bytes(visit: Visit) -> None:
    """Progress only grows and ends with everything."""
    tab = visit.open_saved()

    told = tab.evaluate("() => pg.saving")
    total = sum(len(data) for data in SmallSite(visit.folders / "a").contents().values())
    saved = [event["savedBytes"] for event in told]
    assert saved == sorted(saved)
    assert len(told) > 3
    assert told[-1] == {
        "type": "saving", "savedBytes": total, "totalBytes": total, "state": "ready", "message": "",
    }  # fmt: skip


def test_all_opens_offline(visit: Visit) -> None:
    """With the network off and the server ended, every page opens and every file answers."""
    tab = visit.open_saved()
    visit.go_offline()

    assert_all_opens(visit, tab, "a")
    for name, data in SmallSite(visit.folders / "a").contents().items():
        size = "(path) => fetch(path).then((r) => r.arrayBuffer()).then((b) => b.byteLength)"
        assert tab.evaluate(size, visit.root + name) == len(data)


@pytest.mark.console_errors_ok
def test_unknown_page_offline(visit: Visit) -> None:
    """An address that never was gives the saved page that says so."""
    tab = visit.open_saved()
    visit.go_offline()

    answer = tab.goto(visit.root + "nowhere")

    assert answer and answer.status == 404
    expect(tab.locator("h1")).to_have_text("There is no such page")


@pytest.mark.console_errors_ok
def test_page_that_is_not_saved_yet(visit: Visit) -> None:
    """Offline, a page that exists but was not saved is told apart from one that does not exist."""
    visit.context.add_init_script(SAVE_DATA)
    tab = visit.open()
    visit.go_offline()

    answer = tab.goto(visit.root + "second.html")

    assert answer and answer.status == 503
    expect(tab.locator("body")).to_contain_text("not saved on this device yet")


def test_save_data_saves_on_demand(visit: Visit) -> None:
    """A browser that saves data loads only what was asked for, until the learner wants all."""
    visit.context.add_init_script(SAVE_DATA)
    tab = visit.open()
    assert tab.evaluate("() => fetch('wheels/thing-1.0.whl').then(({ status }) => status)") == 200
    assert tab.evaluate("() => pg.saving") == []

    tab.evaluate("() => pg.saveNow()")

    wait_saved(tab)


def test_what_somebody_waits_for_comes_first(visit: Visit) -> None:
    """While the page waits for a file of Python, saving downloads nothing else."""
    visit.context.add_init_script(SAVE_DATA)
    visit.server.faults["/runtime/v1/big.bin"] = "stalled"
    tab = visit.open()
    tab.evaluate("() => { pg.big = fetch('runtime/v1/big.bin').then(({ status }) => status) }")
    asked_before = set(visit.server.log) | {"/runtime/v1/big.bin"}
    tab.evaluate("() => pg.saveNow()")
    tab.wait_for_function("() => pg.saving.length > 0")
    # The worker answers these after it began to save.
    for _ in range(5):
        tab.evaluate("() => fetch('asked-later').then(({ status }) => status)")
    assert set(visit.server.log) - asked_before == {"/asked-later"}

    visit.server.release()

    assert tab.evaluate("() => pg.big") == 200
    wait_saved(tab)


def test_cut_saving_goes_on(visit: Visit) -> None:
    """Saving that was cut goes on with what is missing, and loads nothing again."""
    visit.server.faults["/runtime/v1/big.bin"] = "stalled"
    tab = visit.open()
    total = len(SmallSite(visit.folders / "a").contents())
    wait_until(tab, f"(await ({SAVED})()).length === {total - 1}")
    before = visit.server.counts
    visit.stop_worker(tab)
    visit.server.release()

    tab.evaluate("() => pg.saveNow()")

    wait_saved(tab)
    after = visit.server.counts
    assert {path for path in after if after[path] > before[path]} <= {
        "/runtime/v1/big.bin",
        "/sw.js",
    }


@pytest.mark.console_errors_ok
def test_lost_connection_is_told_and_saving_goes_on(visit: Visit) -> None:
    """A connection that ends while saving is told; when it is back, saving goes on by itself."""
    visit.server.faults["/runtime/v1/big.bin"] = "stalled"
    tab = visit.open()
    tab.wait_for_function("() => pg.saving.length > 0")
    visit.server.stop()
    assert "connection" in wait_saved(tab, "failed")["message"]
    visit.server.faults.clear()
    visit.server.start()

    tab.evaluate("() => dispatchEvent(new Event('online'))")

    tab.wait_for_function("() => pg.saving.at(-1).state === 'ready'")


@pytest.mark.console_errors_ok
def test_broken_upload_is_told(visit: Visit) -> None:
    """One wrong file is never kept; everything else is saved."""
    visit.server.faults["/second.html"] = "wrong"
    tab = visit.open()

    assert "updated" in wait_saved(tab, "failed")["message"]
    missing = set(SmallSite(visit.folders / "a").contents()) - {
        path.lstrip("/") for path in tab.evaluate(SAVED)
    }
    assert missing == {"second.html"}


# ---------------------------------------------------------------- what is left alone


def test_only_listed_files_are_kept(visit: Visit) -> None:
    """Files that the build does not list, parts of files and other methods go to the server, unkept."""
    (visit.folders / "a" / "other.txt").write_text("other")
    tab = visit.open_saved()

    assert tab.evaluate(READ, "/other.txt") == "other"
    part = "{ headers: { range: 'bytes=0-9' }, cache: 'no-store' }"
    tab.evaluate(f"() => fetch('runtime/v1/big.bin', {part})")
    post = "() => fetch('second.html', { method: 'POST' }).then((response) => response.text())"
    assert tab.evaluate(post) == "posted"
    assert visit.server.ranges == ["/runtime/v1/big.bin"]
    assert "/other.txt" not in tab.evaluate(SAVED)


def test_forced_reload_goes_without(visit: Visit) -> None:
    """After a forced reload the page works ungated."""
    tab = visit.open_saved()
    with tab.expect_navigation():
        visit.context.new_cdp_session(tab).send("Page.reload", {"ignoreCache": True})

    assert tab.evaluate("() => pg.started") == {"gated": False}


def test_site_under_construction_shows_the_newest(visit: Visit) -> None:
    """While lessons are written, the server comes first and the saved copy second."""
    visit.publish("dev", dev=True)
    tab = visit.open_saved()
    index = visit.folders / "dev" / "index.html"
    index.write_text(index.read_text().replace("Start", "Rewritten"))

    tab.goto(visit.root + "index.html?fresh")
    expect(tab.locator("h1")).to_have_text("Rewritten")

    visit.go_offline()
    tab.goto(visit.root + "second.html")
    expect(tab.locator("h1")).to_have_text("Second page")


# ---------------------------------------------------------------- versions


def test_update_waits_and_old_tab_keeps_working(visit: Visit) -> None:
    """A new version is prompted, comes only where it was accepted, and leaves the other tab whole."""
    one = visit.open_saved()
    two = visit.open_saved("second.html")
    two.evaluate("() => { window.notReloaded = true }")
    visit.publish("b")

    assert one.evaluate(UPDATE) == "installed"
    one.wait_for_function("() => pg.updates > 0")
    two.wait_for_function("() => pg.updates > 0")
    one.goto(visit.root + "deep/third.html")
    expect(one.locator("#version")).to_have_text("a")

    one.evaluate("() => pg.started.then(() => pg.acceptUpdate())")
    expect(one.locator("#version")).to_have_text("b")

    assert two.evaluate("() => window.notReloaded")
    assert two.evaluate("() => pg.editor()") == {"version": "a"}
    assert one.evaluate("() => pg.editor()") == {"version": "b"}
    assert_all_opens(visit, one, "b")


def test_old_tab_gets_its_own_bytes(visit: Visit) -> None:
    """A file whose name stayed but whose bytes changed is chosen by the hash that the asking tab names."""
    one = visit.open_saved()
    two = visit.open_saved()
    lock = SmallSite(visit.folders / "a", version="a").contents()["wheels/lock.json"]
    visit.publish("b")
    one.evaluate(UPDATE)
    one.evaluate("() => pg.acceptUpdate()")
    expect(one.locator("#version")).to_have_text("b")

    read = "(integrity) => fetch('/wheels/lock.json', { integrity }).then((response) => response.json())"
    assert two.evaluate(read, integrity(lock)) == {"version": "a"}
    assert one.evaluate(read, "") == {"version": "b"}


def test_update_loads_only_what_changed(visit: Visit) -> None:
    """Files that stayed the same are not downloaded again."""
    tab = visit.open_saved()
    before = visit.server.counts
    visit.publish("b")

    assert tab.evaluate(UPDATE) == "installed"

    after = visit.server.counts
    again = {path for path in before if after[path] > before[path]}
    unchanged = {"/_static/same.css", "/runtime/v1/big.bin", "/wheels/thing-1.0.whl"}
    assert again & unchanged == set()
    assert "/index.html" in after


def test_old_files_go_with_the_last_old_tab(visit: Visit) -> None:
    """When no tab of the old version is left, its files are deleted."""
    one = visit.open_saved()
    two = visit.open_saved()
    visit.publish("b")
    one.evaluate(UPDATE)
    one.evaluate("() => pg.acceptUpdate()")
    expect(one.locator("#version")).to_have_text("b")
    one.evaluate("() => pg.started")
    wait_saved(one)
    assert "/_app/editor-a.js" in one.evaluate(SAVED)

    two.close()
    one.reload()

    wait_until(one, f"!(await ({SAVED})()).includes('/_app/editor-a.js')")
    names = SmallSite(visit.folders / "b", version="b").contents()
    assert {path.lstrip("/") for path in one.evaluate(SAVED)} == set(names)


def test_closed_tabs_accept_the_update(visit: Visit) -> None:
    """A version that nobody accepted comes when every page was closed, whole, whatever happened meanwhile."""
    tab = visit.open_saved()
    visit.publish("b")
    tab.evaluate(UPDATE)
    visit.stop_worker(tab)
    visit.open_saved("second.html", tab)
    tab.close()
    visit.end_server()

    tab = visit.context.new_page()
    assert_all_opens(visit, tab, "b")


@pytest.mark.console_errors_ok
def test_half_loaded_update_does_not_mix(visit: Visit) -> None:
    """An update that can't be loaded whole changes nothing; when it can be, it comes."""
    tab = visit.open_saved()
    visit.publish("b")
    visit.server.faults["/deep/third.html"] = "missing"

    assert tab.evaluate(UPDATE) == "redundant"
    assert tab.evaluate("() => pg.updates") == 0
    assert_all_opens(visit, tab, "a")

    visit.server.faults.clear()
    assert tab.evaluate(UPDATE) == "installed"
    visit.go_offline()
    assert_all_opens(visit, tab, "a")


def test_newer_page_brings_its_own_parts(visit: Visit) -> None:
    """Where little was saved and the server has a newer version, its page comes with its own style."""
    visit.context.add_init_script(SAVE_DATA)
    tab = visit.open()
    tab.reload()
    visit.publish("b")

    tab.goto(visit.root + "second.html")

    expect(tab.locator("#version")).to_have_text("b")
    style = "() => getComputedStyle(document.body).getPropertyValue('--version').trim()"
    assert tab.evaluate(style) == "b"


# ---------------------------------------------------------------- neighbours


def test_site_below_a_path(visit: Visit) -> None:
    """Below a path, as on GitHub Pages, all is saved and opens offline."""
    visit.mounts.clear()
    visit.publish("a", at="/repo/")
    visit.root += "repo/"
    tab = visit.open_saved()
    visit.go_offline()

    assert_all_opens(visit, tab, "a")


def test_sites_of_one_origin_are_strangers(visit: Visit) -> None:
    """Sites in folders of one origin neither serve nor delete each other's files, root site included."""
    origin = visit.root
    visit.mounts = {"/one/": visit.write("one"), "/two/": visit.write("two"), **visit.mounts}
    visit.server.find = folder_finder(visit.mounts)
    top = visit.open_saved()
    for path, version in (("one/", "one"), ("two/", "two")):
        tab = visit.open_saved(path)
        expect(tab.locator("#version")).to_have_text(version)
    visit.publish("b")
    top.evaluate(UPDATE)
    top.evaluate("() => pg.acceptUpdate()")
    expect(top.locator("#version")).to_have_text("b")
    visit.open_saved(tab=top)
    wait_until(top, f"!(await ({SAVED})()).includes('/_app/editor-a.js')")
    visit.go_offline()

    for path, version in (("one/", "one"), ("two/", "two"), ("", "b")):
        visit.root = origin + path
        assert_all_opens(visit, top, version)


# ---------------------------------------------------------------- full disk


def assert_works_online(visit: Visit, tab: Page) -> None:
    """Pages open and Python's files come although nothing can be saved."""
    tab.goto(visit.root + "second.html")
    expect(tab.locator("h1")).to_have_text("Second page")
    assert tab.evaluate("() => fetch('/runtime/v1/big.bin').then(({ status }) => status)") == 200


def test_too_little_space_is_told(visit: Visit) -> None:
    """With too little space nothing more is saved, a sentence says so, and the site works online."""
    tab = visit.context.new_page()
    session = visit.context.new_cdp_session(tab)
    quota = {"origin": visit.root.rstrip("/")}
    session.send("Storage.overrideQuotaForOrigin", {**quota, "quotaSize": 200_000})
    visit.open(tab=tab)

    assert "too little free space" in wait_saved(tab, "failed")["message"]
    assert_works_online(visit, tab)

    session.send("Storage.overrideQuotaForOrigin", quota)
    visit.open_saved(tab=tab)


def test_saving_that_can_not_end_is_not_begun(visit: Visit) -> None:
    """Where the browser tells that the space will not do, nothing is downloaded for it."""
    small = "navigator.storage.estimate = async () => ({ quota: 200_000, usage: 0 });"
    visit.publish("small", prelude=small)
    tab = visit.open()

    assert "too little free space" in wait_saved(tab, "failed")["message"]
    assert "/404.html" not in visit.server.counts


def test_disk_that_fills_up_is_told(visit: Visit) -> None:
    """A disk that fills up unforeseen ends saving with the same sentence; the rest works online."""
    full = """
      const put = Cache.prototype.put;
      Cache.prototype.put = function (key, response) {
        if (String(key).includes("runtime/")) throw new DOMException("full", "QuotaExceededError");
        return put.call(this, key, response);
      };"""
    visit.publish("full", prelude=full)
    tab = visit.open()

    assert "too little free space" in wait_saved(tab, "failed")["message"]
    assert "/wheels/thing-1.0.whl" not in visit.server.counts, "nothing more is tried"
    assert_works_online(visit, tab)


def folder_finder(mounts: dict[str, Path]) -> Callable[[str], bytes | None]:
    """What a server with these folders has."""
    server: Server = folder_server(mounts)
    server.stop()
    return server.find
