"""The kernel's life: start, memory snapshot, kept files, crash, failure, browsers that lack something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kernel_harness import KernelPage
from playwright.sync_api import Browser

#: Expressions for `KernelPage.wait_for`; the harness's site is at the root of its server.
KEYS = "(await (await caches.open('groundwork:/:snapshot')).keys())"
KEPT_SNAPSHOTS = f"{KEYS}.length"
KEPT_OURS = f"{KEYS}.some(({{ url }}) => !url.endsWith('another-build'))"
SPOIL = """async (spoil) => {
  const cache = await caches.open("groundwork:/:snapshot");
  const [key] = await cache.keys();
  const response = await cache.match(key);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const spoilt = spoil === "cut off" ? bytes.slice(0, bytes.length / 2) : bytes.fill(7, 5_000_000, 5_000_010);
  await cache.put(key, new Response(spoilt, { headers: response.headers }));
}"""
OTHER_BUILD = """async () => {
  const cache = await caches.open("groundwork:/:snapshot");
  await cache.put("/snapshot/of-another-build", new Response("old"));
}"""


@pytest.fixture
def kernel_page(
    browser: Browser, site_dir: Path, site_url: str
) -> Iterator[Callable[[], KernelPage]]:
    """`kernel_page()` opens a page in a profile of its own."""
    contexts = []

    def make() -> KernelPage:
        contexts.append(browser.new_context())
        return KernelPage(contexts[-1], site_dir, site_url)

    yield make
    for context in contexts:
        context.close()


def keep_snapshot(page: KernelPage) -> None:
    """Start, and wait until the snapshot is kept."""
    page.start(times={"beforeSnapshot": 0})
    page.wait_for(KEPT_OURS)


def test_snapshot(kernel_page: Callable[[], KernelPage]) -> None:
    """The first start keeps a snapshot; the next restores it, with files and fresh random numbers, and can go on."""
    page = kernel_page()
    page.page.evaluate(OTHER_BUILD)
    keep_snapshot(page)
    page.run("open('kept.txt', 'w').write('mine')")
    assert page.page.evaluate(f"async () => {KEPT_SNAPSHOTS}") == 1, "those of other builds go"

    numbers = []
    for _ in range(2):
        page.open()
        assert page.start()["source"] == "snapshot"
        assert page.run("open('kept.txt').read()")["result"] == "'mine'"
        numbers.append(page.run("import random\nrandom.random()")["result"])
    assert numbers[0] != numbers[1]
    assert page.run("import sys\n'pytest' in sys.modules")["result"] == "True"
    assert page.run("while True: pass", timeout_s=0.3)["stopReason"] == "time"
    assert (
        page.run("import yaml, asyncio\nasyncio.run(asyncio.sleep(0, yaml.dump(1)))")["status"]
        == "ok"
    )


@pytest.mark.parametrize("harm", ["cut off", "other bytes"])
def test_damaged_snapshot(kernel_page: Callable[[], KernelPage], harm: str) -> None:
    """A snapshot that was cut off or spoilt is dropped, and Python is loaded as on a first visit."""
    page = kernel_page()
    keep_snapshot(page)
    page.page.evaluate(SPOIL, harm)
    page.open()

    assert page.start()["source"] == "cache"
    assert page.run("1 + 1")["result"] == "2"
    assert page.page.evaluate(f"async () => {KEPT_SNAPSHOTS}") == 0


def test_files_survive_a_reload(kernel_page: Callable[[], KernelPage]) -> None:
    """Files in the home directory are there after a reload, deleted ones are not, nor what lies elsewhere."""
    page = kernel_page()
    page.start()
    page.run("import os\nos.makedirs('a/b')\nopen('a/b/c.bin', 'wb').write(bytes(range(256)))")
    page.run("open('gone.txt', 'w').write('x')\nopen('/tmp/elsewhere', 'w').write('x')")
    page.run("os.remove('gone.txt')\nopen('a/b/c.bin', 'ab').write(b'!')")
    modified = page.run("int(os.stat('a/b/c.bin').st_mtime)")["result"]
    page.open()
    page.start()

    result = page.run("open('a/b/c.bin', 'rb').read() == bytes(range(256)) + b'!'")
    assert result["result"] == "True"
    assert (
        page.run("import os\nos.listdir(), os.path.exists('/tmp/elsewhere')")["result"]
        == "(['a'], False)"
    )
    assert page.run("int(os.stat('a/b/c.bin').st_mtime)")["result"] == modified


def test_crash(kernel_page: Callable[[], KernelPage]) -> None:
    """When the interpreter dies, the run ends with what it had printed, and a fresh Python goes on."""
    page = kernel_page()
    page.start()
    page.run("open('kept.txt', 'w').write('mine')")
    result = page.run("print('before', flush=True)\nimport ctypes\nctypes.string_at(2**31)")

    assert (result["status"], result["stopReason"]) == ("stopped", "crash")
    assert result["stdout"] == "before\n"
    assert "Python was restarted" in page.told("notice")[-1]
    assert page.run("open('kept.txt').read()")["result"] == "'mine'"
    assert page.kernel("kernel.life") == 1


def test_restart_on_request(kernel_page: Callable[[], KernelPage]) -> None:
    """Restart ends the run under way and forgets variables."""
    page = kernel_page()
    page.start()
    page.run("made = 1")
    status = page.kernel("""await (async () => {
      const rest = { filename: "<a>", session: "page", stdin: null, files: {}, timeoutS: 60 };
      const running = kernel.run({ source: "while True: pass", ...rest });
      await kernel.restart();
      return (await running.result).status;
    })()""")

    assert status == "stopped"
    assert page.run("made")["error"]["name"] == "NameError"
    assert page.told("state")[-4:] == ["restarting", "ready", "busy", "ready"]


def test_start_that_fails(kernel_page: Callable[[], KernelPage]) -> None:
    """Wrong bytes are refused: the state says failed, a run says why, and a later start can do better."""
    page = kernel_page()
    wrong = "sha256-" + "A" * 43 + "="
    failure = page.start(gated=False, integrity={"groundwork.zip": wrong})["failure"]

    assert failure["kind"] == "boot"
    assert "groundwork" in failure["message"]
    assert page.told("state") == ["loading", "failed"]
    assert page.start(gated=False)["failure"] is None
    assert page.run("1 + 1")["result"] == "2"


def test_without_a_service_worker(kernel_page: Callable[[], KernelPage]) -> None:
    """Without the gate, and with the CDN out of reach, every file comes from the site's own copy, checked."""
    page = kernel_page()

    assert page.start(gated=False)["source"] == "local"
    assert page.run("import yaml\nyaml.dump(1)")["status"] == "ok"


def test_without_jspi(kernel_page: Callable[[], KernelPage]) -> None:
    """A browser that can't wait runs programs, scripted input and limits; for the rest it says one clear sentence."""
    page = kernel_page()

    assert page.start(without=["jspi"])["canWait"] is False
    assert page.run("print(input() + '!')", stdin="scripted")["stdout"].endswith("scripted!\n")
    assert "input lines into the input box" in page.run("input()")["error"]["message"]
    assert (
        "can't wait"
        in page.run("import asyncio\nasyncio.run(asyncio.sleep(0))")["error"]["message"]
    )
    assert "can't wait" in page.run("await asyncio.sleep(0)")["error"]["message"]
    assert page.run("import time\ntime.sleep(0.05)\n'slept'")["result"] == "'slept'"
    assert page.run("while True: pass", timeout_s=0.3)["stopReason"] == "time"
    check = "def test_it(submission):\n    submission.expect('f').returns(1)\n"
    assert page.check("def f():\n    while True: pass\n", check, timeout_s=0.3)["status"] == "fail"
    stopped = page.run("print('go')\nwhile True: pass", stop_at="go")
    assert (stopped["status"], stopped["stopReason"]) == ("stopped", "learner")
    assert "can't interrupt" in page.told("notice")[-1]
