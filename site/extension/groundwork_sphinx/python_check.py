"""Whether code is Python 3.14, and whether the browser can run it: one call of ruff for many snippets.

The host's own Python may be older than the one that runs the lessons, so ``ast.parse`` can't tell.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .browser_gaps import GAPS
from .findings import Finding, ToolError

# E9: syntax; F70x: statements that the compiler refuses outside a loop or function. Not F704: cells may await.
_RULES = "E9,F701,F702,F706,F707,TID251"
_BROWSER_RULE = "TID251"


Report = dict[str, Any]
"""One finding as ruff writes it in JSON."""


@dataclass(frozen=True)
class Snippet:
    """A piece of Python in a file.

    :param path: File, relative to the project's root.
    :param line: Line of the snippet's first line in that file, counted from 1.
    :param raises: Exception that it is meant to end with: a SyntaxError need not parse, and any error may be
        about what the browser lacks.
    """

    path: str
    line: int
    source: str
    raises: str | None = None
    what: str = "The code"


def check_snippets(snippets: Iterable[Snippet]) -> list[Finding]:
    """Check syntax and imports of snippets.

    :raises ToolError: ruff could not run.
    """
    numbered = list(snippets)
    if not numbered:
        return []
    with tempfile.TemporaryDirectory(prefix="groundwork-") as folder:
        for number, snippet in enumerate(numbered):
            # A prefix that is no package name keeps ruff from resolving imports between snippets.
            Path(folder, f"snippet-{number}.py").write_text(snippet.source, encoding="utf-8")
        Path(folder, "ruff.toml").write_text(_settings(), encoding="utf-8")
        reports = _run_ruff(folder)
    findings = []
    for report in reports:
        snippet = numbered[int(Path(report["filename"]).stem.removeprefix("snippet-"))]
        if not _is_meant(snippet, report["code"]):
            findings.append(_finding(snippet, report))
    return sorted(_first_of_each_place(findings))


def _settings() -> str:
    table = "".join(
        f"{json.dumps(name)}.msg = {json.dumps(reason)}\n" for name, reason in GAPS.items()
    )
    return "[lint.flake8-tidy-imports.banned-api]\n" + table


def _run_ruff(folder: str) -> list[Report]:
    command = [
        sys.executable, "-m", "ruff", "check", "--config", "ruff.toml", "--select", _RULES,
        "--target-version", "py314", "--ignore-noqa", "--no-cache", "--no-respect-gitignore", "--output-format", "json",
        ".",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise ToolError(f"ruff ended with {done.returncode}: {done.stderr.strip()}")
    reports: list[Report] = json.loads(done.stdout)
    return reports


def _is_meant(snippet: Snippet, code: str) -> bool:
    if code == _BROWSER_RULE:
        return snippet.raises is not None
    return snippet.raises in ("SyntaxError", "IndentationError", "TabError")


def _finding(snippet: Snippet, report: Report) -> Finding:
    row, column = report["location"]["row"], report["location"]["column"]
    # An error at the end of the text is reported below its last line.
    line = snippet.line + min(row, max(snippet.source.count("\n"), 1)) - 1
    if report["code"] == _BROWSER_RULE:
        name, _, reason = report["message"].partition(" is banned: ")
        return Finding(
            snippet.path,
            line,
            f"{snippet.what} uses {name}, which the browser can't run: {reason}",
            "show it as text (```python), or name the error with `:raises:` if it is the point.",
        )
    return Finding(
        snippet.path,
        line,
        f"{snippet.what} is not Python 3.14: {_sentence(report['message'])}, column {column}.",
        "correct it; where the error is the point of a cell, say `:raises: SyntaxError`.",
    )


def _sentence(message: str) -> str:
    return message.removeprefix("SyntaxError: ").rstrip(".")


def _first_of_each_place(findings: list[Finding]) -> list[Finding]:
    """Keep one finding a line: what follows a syntax error is mostly noise."""
    return list({(finding.path, finding.line): finding for finding in reversed(findings)}.values())
