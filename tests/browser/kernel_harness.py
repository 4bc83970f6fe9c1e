"""A bare page with the real kernel client on a built site: no elements, no service worker, plain data in and out."""

from __future__ import annotations

import json
import re
import subprocess
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route

from groundwork_build.bootstrap import node

ROOT = Path(__file__).parents[2]
PAGE = "kernel-harness.html"
HTML = """<!doctype html><meta charset="utf-8"><title>Kernel</title><link rel="icon" href="data:,">
<script type="application/json" id="pg-config">{config}</script>
<script type="module" src="kernel-harness.js"></script>"""


@cache
def script() -> str:
    """The page's script, bundled as the build does it."""
    entries = [
        {
            "name": "page",
            "source": "../tests/browser/kernel_page.ts",
            "format": "esm",
            "hashed": False,
        }
    ]
    with TemporaryDirectory() as folder:
        request = {"out": folder, "entries": entries, "report": f"{folder}/report.json"}
        command = [str(node()), str(ROOT / "site/esbuild.mjs"), json.dumps(request)]
        done = subprocess.run(
            command, cwd=ROOT / "site", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return (Path(folder) / "page.js").read_text("utf-8")


def page_config(site: Path) -> str:
    """What the build wrote into a page for the kernel."""
    html = (site / "index.html").read_text("utf-8")
    found = re.search(r'<script[^>]*id="pg-config"[^>]*>(.*?)</script>', html, re.DOTALL)
    assert found, "the built page has no pg-config"
    return found.group(1)


class KernelPage:
    """One tab with a kernel client.

    :param site: Folder of the built site.
    :param url: Its address.
    """

    def __init__(self, context: BrowserContext, site: Path, url: str) -> None:
        """Open the page; nothing is started yet."""
        self.url = url
        self.page: Page = context.new_page()
        html = HTML.replace("{config}", page_config(site))
        self._serve(PAGE, html, "text/html")
        self._serve("kernel-harness.js", script(), "text/javascript")
        self.open()

    def _serve(self, name: str, body: str, kind: str) -> None:
        def answer(route: Route) -> None:
            route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

        self.page.route(self.url + name, answer)

    def open(self) -> None:
        """Load the page, or load it again."""
        self.page.goto(self.url + PAGE)
        self.page.wait_for_function("() => Boolean(globalThis.harness)")

    def start(self, **options: Any) -> dict[str, Any]:
        """Start the kernel (`Options` of kernel_page.ts); returns source, canWait, failure."""
        return self.page.evaluate("(options) => harness.start(options)", options)

    def run(
        self,
        source: str,
        *,
        session: str = "page",
        stdin: str | None = None,
        files: dict[str, str] | None = None,
        timeout_s: float = 30,
        answers: list[str | None] | None = None,
        stop_at: str | None = None,
    ) -> dict[str, Any]:
        """Run a cell to its end; returns the `RunResult` and `seen`, what was told meanwhile.

        :param answers: For `input()`, in order; then end of file.
        :param stop_at: Stop is pressed when this text was printed, `"input"` for when `input()` waits.
        """
        request = {
            "source": source,
            "filename": "<cell test>",
            "session": session,
            "stdin": stdin,
            "files": files or {},
            "timeoutS": timeout_s,
        }
        call = "([request, answers, stopAt]) => harness.run(request, answers, stopAt)"
        return self.page.evaluate(call, [request, answers or [], stop_at])

    def check(self, submission: str, check: str, *, timeout_s: float = 30) -> dict[str, Any]:
        """Check one submission; returns the `CheckReport`."""
        request = {
            "exercise": "section/name",
            "files": {"submission.py": submission},
            "data": {},
            "check": check,
            "timeoutS": timeout_s,
        }
        return self.page.evaluate("(request) => harness.check(request)", request)

    def kernel(self, expression: str) -> Any:
        """Evaluate an expression in which `kernel` is the client."""
        return self.page.evaluate(
            f"async () => {{ const kernel = harness.kernel(); return {expression}; }}"
        )

    def told(self, kind: str) -> list[str]:
        """Last words of all states, progress texts or notices since the start."""
        told = self.page.evaluate("() => harness.told")
        return [entry[-1] for entry in told if entry[0] == kind]

    def wait_for(self, expression: str) -> None:
        """Wait until an expression, which may await, is true in the page."""
        ends = time.monotonic() + 90
        while not self.page.evaluate(f"async () => Boolean({expression})"):
            assert time.monotonic() < ends, f"still not true: {expression}"
            self.page.wait_for_timeout(100)
