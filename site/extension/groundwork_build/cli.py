"""The commands of ``build.py``. Standard library only, until the command runs inside ``.venv``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from groundwork_build import bootstrap
from groundwork_build.layout import Layout
from groundwork_build.problems import Problem, explain_os_error

#: Commands that need more than the `build` lock file.
NEEDS_TEST_SET = {"test", "record", "bench"}
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """Everything that can be written after ``build.py``."""
    top = argparse.ArgumentParser(
        prog="build.py", description="Builds Groundwork, a Python playground in the browser."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="command")

    build = commands.add_parser("build", help="make the static site in dist/")
    build.add_argument(
        "--out", type=Path, default=None, metavar="DIR", help="where to, instead of dist/"
    )
    build.add_argument(
        "--base-url",
        default="/",
        metavar="PATH",
        help="path of the site on its host (404 page only)",
    )
    build.add_argument(
        "--runtime", choices=("cdn", "local"), default="cdn", help="where Python comes from first"
    )
    build.add_argument(
        "--allow-stale", action="store_true", help="accept recorded outputs that are out of date"
    )

    serve = commands.add_parser("serve", help="build, serve, rebuild on every change")
    serve.add_argument(
        "--port", type=int, default=8000, metavar="N", help="port on 127.0.0.1 (default 8000)"
    )
    serve.add_argument("--open", action="store_true", help="open the page in the browser")

    commands.add_parser("test", help="run all tests; arguments go to pytest", add_help=False)

    record = commands.add_parser("record", help="record the outputs of cells again, in a browser")
    record.add_argument(
        "pages", nargs="*", metavar="page", help="as a-python-core/names; default: all"
    )

    check = commands.add_parser("check", help="lint lessons and exercises, without a browser")
    check.add_argument(
        "pages", nargs="*", metavar="page", help="as a-python-core/names; default: all"
    )

    bench = commands.add_parser("bench", help="measure against bare Pyodide in the same run")
    bench.add_argument("--runs", type=int, default=3, metavar="N", help="repetitions (default 3)")
    bench.add_argument(
        "--only", action="append", metavar="NAME", help="one measure; may be given again"
    )
    bench.add_argument(
        "--save", action="store_true", help="write the figures to tests/benches/results/"
    )

    commands.add_parser("clean", help="remove dist/ and .build/")
    return top


def run(arguments: list[str], root: str) -> int:
    """Parse, set up, run; every :class:`Problem` becomes one sentence and exit code 1."""
    options, rest = parser().parse_known_args(arguments)
    if rest and options.command != "test":
        parser().parse_args(arguments)
    options.rest = rest
    layout = Layout(Path(root))
    try:
        return _set_up_and_run(options, layout, arguments)
    except Problem as problem:
        print(problem, file=sys.stderr)
    except OSError as error:
        print(explain_os_error(error), file=sys.stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    return 1


def _set_up_and_run(options: argparse.Namespace, layout: Layout, arguments: list[str]) -> int:
    if options.command == "clean":
        return clean(options, layout)
    bootstrap.ensure_venv(layout, "test" if options.command in NEEDS_TEST_SET else "build")
    if not bootstrap.inside_venv(layout.root):
        return bootstrap.reexecute(layout.root, arguments)
    if options.command != "check":
        bootstrap.ensure_node_modules(layout)
    return COMMANDS[options.command](options, layout)


def build(options: argparse.Namespace, layout: Layout) -> int:
    """The static site."""
    from groundwork_build.pipeline import Choices, build_site

    choices = Choices(
        out=(options.out or layout.root / "dist").resolve(),
        base_url=options.base_url,
        cdn=options.runtime == "cdn",
        allow_stale=options.allow_stale,
    )
    build_site(layout, choices)
    print(f"Built {choices.out}")
    return 0


def serve(options: argparse.Namespace, layout: Layout) -> int:
    """Build, serve, rebuild on change."""
    from groundwork_build.serve import serve_site

    return serve_site(layout, options.port, options.open)


def test(options: argparse.Namespace, layout: Layout) -> int:
    """All tests, in pytest's own words and with its exit code."""
    from groundwork_build.tests_command import run_tests

    return run_tests(layout, options.rest)


def record(options: argparse.Namespace, layout: Layout) -> int:
    """Recorded outputs."""
    from groundwork_build.record import record_pages

    return record_pages(layout, options.pages)


def check(options: argparse.Namespace, layout: Layout) -> int:
    """Lint without a browser."""
    from groundwork_build.check import check_pages

    return check_pages(layout, options.pages)


def bench(options: argparse.Namespace, layout: Layout) -> int:
    """Figures of the budget."""
    from groundwork_build.bench import run_benches

    return run_benches(layout, options.runs, options.only, options.save)


def clean(_options: argparse.Namespace, layout: Layout) -> int:
    """Remove what a build makes; the environments stay."""
    import shutil

    for folder in (layout.work, layout.root / "dist"):
        shutil.rmtree(folder, ignore_errors=True)
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace, Layout], int]] = {
    "build": build,
    "serve": serve,
    "test": test,
    "record": record,
    "check": check,
    "bench": bench,
}
