"""Which browser is used, and what is said when there is none."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from groundwork_build import browser
from groundwork_build.problems import Problem


@pytest.fixture
def nothing_there(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A machine without any browser; collects the installers that are tried."""
    tried: list[str] = []
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "_playwrights_own", lambda: None)
    monkeypatch.setattr(browser, "_systems", lambda: None)
    monkeypatch.setattr(browser, "_install_with_playwright", lambda: tried.append("playwright"))
    monkeypatch.setattr(browser, "_install_with_apt", lambda: tried.append("apt"))
    return tried


def test_environment_comes_first(
    monkeypatch: pytest.MonkeyPatch, nothing_there: list[str], tmp_path: Path
) -> None:
    """A browser that the environment names is taken before every other."""
    chosen = tmp_path / "chromium"
    chosen.touch()
    monkeypatch.setenv(browser.VARIABLE, str(chosen))
    monkeypatch.setattr(browser, "_playwrights_own", lambda: "/other")

    assert browser.ensure_browser() == str(chosen)


def test_wrong_environment_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong path in the environment is an error, not a reason to take another browser."""
    monkeypatch.setenv(browser.VARIABLE, "/no/such/browser")

    with pytest.raises(Problem, match="/no/such/browser"):
        browser.find_browser()


def test_playwrights_own_before_the_systems(
    monkeypatch: pytest.MonkeyPatch, nothing_there: list[str]
) -> None:
    """Playwright's browser fits its version, so it comes before the system's."""
    monkeypatch.setattr(browser, "_systems", lambda: "/usr/bin/chromium")
    assert browser.find_browser() == "/usr/bin/chromium"

    monkeypatch.setattr(browser, "_playwrights_own", lambda: "/own")
    assert browser.find_browser() == "/own"
    assert nothing_there == []


def test_installs_in_order(monkeypatch: pytest.MonkeyPatch, nothing_there: list[str]) -> None:
    """The second installer is tried only when the first gave no browser."""

    def apt() -> None:
        nothing_there.append("apt")
        monkeypatch.setattr(browser, "_systems", lambda: "/usr/bin/chromium")

    monkeypatch.setattr(browser, "_install_with_apt", apt)

    assert browser.ensure_browser() == "/usr/bin/chromium"
    assert nothing_there == ["playwright", "apt"]


def test_no_browser_at_all(nothing_there: list[str]) -> None:
    """When nothing can be installed, one sentence says what to do."""
    with pytest.raises(Problem, match=f"install Chromium, Chrome or Edge.*{browser.VARIABLE}"):
        browser.ensure_browser()

    assert nothing_there == ["playwright", "apt"]


def test_failed_installer_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    """The reason of a failed installer is shown, the next way goes on."""

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "some noise\nno network\n")

    assert browser._try(["install", "it"], run) is False
    assert "install it did not work: no network" in capsys.readouterr().err


def test_root_needs_no_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only root goes without Chromium's sandbox."""
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0, raising=False)
    assert "--no-sandbox" in browser.launch_arguments()

    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000, raising=False)
    assert "--no-sandbox" not in browser.launch_arguments()


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("Downloading\nError: no such host\n  at line 3\n}\n", "Error: no such host"),
        ("E: Unable to locate package chromium\n", "E: Unable to locate package chromium"),
        ("}\n", "no reason given"),
    ],
)
def test_reason_of_a_failed_installation(printed: str, reason: str) -> None:
    """What is told of a failed installation is its most telling line."""
    assert browser._reason(printed) == reason
