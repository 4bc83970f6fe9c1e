"""``build.py bench``: figures of the budget, ours and a bare page's in turn in the same run.

The floor is ``tests/benches/floor``: Pyodide in a module worker and nothing else, from the same server, the same
files, the same browser. Both take the runtime from the site itself, so that no network is measured.
"""

from __future__ import annotations

import json
import platform
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from groundwork_build import bench_browser, bench_build
from groundwork_build.figures import Figure, table
from groundwork_build.layout import PYODIDE_VERSION, RUNTIME_FILES, Layout
from groundwork_build.pipeline import Choices, build_site
from groundwork_build.problems import Problem
from groundwork_build.progress import say, step

#: Name → what it measures; each gives one or more rows.
GROUPS: dict[str, Callable[[bench_browser.Sites, int], list[Figure]]] = {
    "start": bench_browser.start_figures,
    "run": bench_browser.run_figures,
    "weight": bench_browser.weight_figures,
    "build": bench_build.build_figures,
}


def run_benches(layout: Layout, runs: int, only: list[str] | None, save: bool) -> int:
    """Measure and print; the exit code says nothing about budgets, figures are for reading.

    :param runs: Repetitions of each measurement.
    :param only: Names of groups, all if None.
    :param save: Whether to write JSON and Markdown to ``tests/benches/results/``.
    """
    unknown = set(only or ()) - set(GROUPS)
    if unknown:
        raise Problem(
            f"No bench is called {sorted(unknown)[0]}: the names are {', '.join(GROUPS)}."
        )
    sites = prepare(layout)
    figures: list[Figure] = []
    for name in only or GROUPS:
        with step(f"Measuring {name}", slow=True):
            figures += GROUPS[name](sites, runs)
    print(table(figures))
    if save:
        _save(layout.root / "tests" / "benches" / "results", figures, runs)
    return 0


def prepare(layout: Layout) -> bench_browser.Sites:
    """Build ours, put the floor together."""
    ours = layout.work / "bench-site"
    build_site(layout, Choices(out=ours, cdn=False, allow_stale=True))
    floor = layout.work / "bench-floor"
    shutil.rmtree(floor, ignore_errors=True)
    shutil.copytree(layout.root / "tests" / "benches" / "floor", floor)
    for name in ("pyodide.mjs", "pyodide-lock.json", *RUNTIME_FILES):
        shutil.copyfile(layout.pyodide / name, floor / name)
    return bench_browser.Sites(layout=layout, ours=ours, floor=floor)


def _save(folder: Path, figures: list[Figure], runs: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    about = {
        "date": now.isoformat(timespec="seconds"),
        "machine": machine,
        "pyodide": PYODIDE_VERSION,
        "runs": runs,
    }
    stem = time.strftime("%Y-%m-%d-%H%M", now.timetuple())
    content = {**about, "figures": [figure.as_json() for figure in figures]}
    (folder / f"{stem}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    head = f"# Bench of {now:%Y-%m-%d %H:%M} UTC\n\n{machine}; Pyodide {PYODIDE_VERSION}; "
    head += f"median of {runs} (smallest–largest).\n"
    (folder / f"{stem}.md").write_text(f"{head}\n{table(figures)}\n", encoding="utf-8")
    say(f"Saved {folder / stem}.json and .md")
