"""Finds a browser for tests and recording, or installs one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from groundwork_build.problems import Problem
from groundwork_build.progress import say, step

VARIABLE = "GROUNDWORK_BROWSER"
#: Chromium and its relatives by the names that systems give them.
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
#: Where macOS and Windows put them; not on PATH there.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)
#: No traffic of the browser's own, nothing that asks.
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def find_browser() -> str | None:
    """Path of a browser, in the order: environment variable, Playwright's own, the system's.

    :returns: None if there is none.
    :raises Problem: the environment variable names a file that does not exist.
    """
    return _from_environment() or _playwrights_own() or _systems()


def ensure_browser() -> str:
    """Path of a browser, installed if need be.

    :raises Problem: there is none and none can be installed.
    """
    found = find_browser()
    if found:
        return found
    for install in (_install_with_playwright, _install_with_apt):
        install()
        found = find_browser()
        if found:
            return found
    raise Problem(
        "No browser was found and none could be installed: install Chromium, Chrome or Edge, "
        f"or name one in the environment variable {VARIABLE}."
    )


def launch_arguments() -> list[str]:
    """Arguments for Chromium; root can't use its sandbox, so there it goes without."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*ARGUMENTS, "--disable-gpu", *(["--no-sandbox"] if is_root else [])]


def _from_environment() -> str | None:
    named = os.environ.get(VARIABLE)
    if named and not Path(named).is_file():
        raise Problem(f"{VARIABLE} names {named}, which is no file: correct or unset it.")
    return named or None


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    def ask() -> str:
        with sync_playwright() as playwright:
            return playwright.chromium.executable_path

    # In a thread of its own, because the caller may have a Playwright running in this one.
    with ThreadPoolExecutor(1) as pool:
        path = pool.submit(ask).result()
    return path if Path(path).is_file() else None


def _systems() -> str | None:
    on_path = (shutil.which(name) for name in NAMES)
    return next(
        (path for path in on_path if path),
        next((place for place in PLACES if Path(place).is_file()), None),
    )


def _install_with_playwright() -> None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    with step("No browser found, installing Playwright's Chromium", slow=True):
        _try(command)


def _install_with_apt() -> None:
    """Debian's and Ubuntu's own Chromium, which brings its libraries; needs root."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    with step("Installing Chromium with apt-get", slow=True):
        if _try(["apt-get", "update", "-qq"]):
            _try(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])


def _try(
    command: list[str], run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
) -> bool:
    """Run an installer; when it fails, its last line is said and the next way is tried."""
    done = run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )
    if done.returncode:
        say(f"  {' '.join(command[:3])} did not work: {_reason(done.stdout + done.stderr)}")
    return done.returncode == 0


def _reason(printed: str) -> str:
    """The line of a failed command's output that tells most: the first that speaks of an error, else the last."""
    lines = [line.strip() for line in printed.splitlines() if re.search(r"\w", line)]
    errors = [line for line in lines if re.search(r"\b(error|failed)\b", line, re.IGNORECASE)]
    return (errors or lines[-1:] or ["no reason given"])[0]
