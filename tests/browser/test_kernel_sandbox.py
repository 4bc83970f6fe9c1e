"""What a learner's code, or code from somebody's link, must not reach from inside the kernel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kernel_harness import KernelPage
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def kernel(browser: Browser, site_dir: Path, site_url: str) -> Iterator[KernelPage]:
    """A started kernel, shared: attacks that worked would show in it."""
    context = browser.new_context()
    page = KernelPage(context, site_dir, site_url)
    page.start()
    yield page
    context.close()


def javascript(kernel: KernelPage, source: str) -> str:
    """Run JavaScript as a learner can; returns what it gave, as Python shows it."""
    result = kernel.run(f"from pyodide.code import run_js\nstr(run_js({source!r}))")
    assert result["status"] == "ok", result["error"]
    return str(result["result"])


FORBIDDEN = [
    "caches",
    "indexedDB",
    "BroadcastChannel",
    "Worker",
    "SharedWorker",
    "importScripts",
    "postMessage",
    "close",
    "cookieStore",
    "CacheStorage",
    "IDBFactory",
    "StorageManager",
    "LockManager",
    "FileSystemDirectoryHandle",
]


@pytest.mark.parametrize("name", FORBIDDEN)
def test_forbidden_names(kernel: KernelPage, name: str) -> None:
    """Neither Python's `js`, the scope, its prototypes nor a function's `this` has the name."""
    ways = [
        f"typeof {name}",
        f"typeof globalThis.{name}",
        f"typeof Function('return this')().{name}",
        f"typeof self.constructor.prototype.{name}",
        f"typeof Object.getPrototypeOf(Object.getPrototypeOf(self)).{name}",
        f"typeof (0, eval)('typeof {name} === \"undefined\" ? undefined : {name}')",
        f"typeof new (async () => 0).constructor('return this')().{name}",
    ]
    script = f"[{', '.join(ways)}].join()"

    assert set(javascript(kernel, script).strip("'").split(",")) == {"undefined"}
    assert javascript(kernel, f"'{name}' in self && self['{name}'] !== undefined") in (
        "'False'",
        "'false'",
    )
    found = kernel.run(f"import js\ngetattr(js, {name!r}, None) is None")
    assert found["result"] == "True"


@pytest.mark.parametrize(
    "name", ["storage", "storageBuckets", "locks", "serviceWorker", "permissions"]
)
def test_navigator(kernel: KernelPage, name: str) -> None:
    """Storage, locks and the service worker are not reached through `navigator` or its class."""
    assert javascript(kernel, f"typeof navigator.{name}") == "'undefined'"
    assert javascript(
        kernel, f"'{name}' in WorkerNavigator.prototype && navigator.{name} !== undefined"
    ) in ("'False'", "'false'")


def test_the_port_is_out_of_reach(kernel: KernelPage) -> None:
    """Patched prototypes see neither the port to the page nor what arrives through it."""
    kernel.run("""
from pyodide.code import run_js
run_js('''
  self.caught = [];
  const attempt = (change) => { try { change(); } catch (error) { } };
  const spy = function () { self.caught.push(this); };
  attempt(() => { MessagePort.prototype.postMessage = spy; });
  attempt(() => Object.defineProperty(MessagePort.prototype, "postMessage", { value: spy }));
  attempt(() => Object.defineProperty(MessagePort.prototype, "onmessage", { set: spy, get: spy }));
  attempt(() => Object.defineProperty(MessageEvent.prototype, "data", { get: spy }));
  attempt(() => Object.defineProperty(Event.prototype, "target", { get: spy }));
  attempt(() => { EventTarget.prototype.addEventListener = spy; });
  attempt(() => { EventTarget.prototype.dispatchEvent = spy; });
  self.addEventListener("message", (event) => self.caught.push(event));
  self.onmessage = (event) => self.caught.push(event);
''')""")
    answered = kernel.run(
        "print('still', input())\nopen('x.txt', 'w').write('x')", answers=["here"]
    )

    assert answered["stdout"].endswith("still here\n")
    assert javascript(kernel, "self.caught.length") == "'0'"


def test_no_worker_from_a_blob(kernel: KernelPage) -> None:
    """A worker can't be made by way of a constructor that something else still holds."""
    script = """(() => {
      const names = [];
      for (let object = self; object; object = Object.getPrototypeOf(object)) {
        names.push(...Object.getOwnPropertyNames(object));
      }
      return names.filter((name) => /Worker$/.test(name) && typeof self[name] === "function").join();
    })()"""

    assert javascript(kernel, script) == "''"


def test_other_modules_of_python_give_no_more(kernel: KernelPage) -> None:
    """`pyodide_js` and the bridge reach no storage and can't send results."""
    source = """
import pyodide_js, playground.bridge as bridge
port = bridge.host().port
names = sorted(name for name in dir(port) if not name.startswith("_"))
[name for name in ("send", "post", "channel", "packages") if hasattr(port, name)], hasattr(pyodide_js, "caches")"""

    assert kernel.run(source)["result"] == "([], False)"


def test_forged_output_is_only_text_of_the_run(kernel: KernelPage) -> None:
    """Calling the port by hand can print for the run under way, and nothing else."""
    source = (
        "import playground.bridge as bridge\nbridge.host().port.write('stdout', '<b>forged</b>')"
    )
    result = kernel.run(source)

    assert result["status"] == "ok"
    assert ["output", "stdout", "<b>forged</b>"] in result["seen"]


def test_fetch_stays(kernel: KernelPage) -> None:
    """Programs may fetch; that is bound by the same rules as on any page."""
    result = kernel.run("from pyodide.http import pyfetch\n(await pyfetch('/course.json')).status")

    assert result["result"] == "200"
