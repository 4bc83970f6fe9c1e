"""Which part may import which: what ARCHITECTURE.md says about layers, held by reading the import lines."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLAYGROUND = ROOT / "site" / "python" / "playground"
EXTENSION = ROOT / "site" / "extension"
APP = ROOT / "site" / "app"

BUILD_LIBRARIES = {
    "docutils",
    "myst_parser",
    "packaging",
    "playwright",
    "pygments",
    "sphinx",
    "watchfiles",
    "yaml",
}

# By path pattern from the root, the first that fits: top-level packages besides the standard library.
PYTHON = [
    ("site/python/playground/bridge.py", {"js", "pyodide", "pyodide_js", "playground"}),
    ("site/python/playground/checker.py", {"playground", "pytest"}),
    ("site/python/playground/reporter.py", {"playground", "pytest"}),
    ("site/python/playground/*.py", {"playground"}),
    (
        "site/extension/groundwork_sphinx/**/*.py",
        {"groundwork_sphinx", "playground"} | BUILD_LIBRARIES,
    ),
    (
        "site/extension/groundwork_build/**/*.py",
        {"groundwork_build", "groundwork_sphinx", "playground"} | BUILD_LIBRARIES,
    ),
    ("py_checks/conftest.py", {"playground", "pytest"}),
    ("py_checks/**/*.py", {"pytest"}),
    ("lessons/conf.py", set()),
    ("build.py", {"groundwork_build"}),
]

# By path pattern below site/app, the first that fits: what value imports may begin with. `./x` and `../x` are written
# from site/app, so `page/` is everything there.
TYPESCRIPT = [
    ("protocol.ts", ()),
    ("runtime-files.ts", ("protocol",)),
    ("service-worker/**/*.ts", ("protocol", "runtime-files", "service-worker/", "workbox-")),
    ("kernel/**/*.ts", ("protocol", "runtime-files", "kernel/", "pyodide", "idb")),
    ("page/**/*.ts", ("protocol", "page/", "@codemirror/", "@lezer/", "diff", "idb")),
]
TYPESCRIPT_IMPORT = re.compile(
    r"""^\s*(?:import|export)\s+(?P<type>type\s+)?(?:[^"';]*?\s+from\s+)?["'](?P<static>[^"']+)["']"""
    r"""|\bimport\(\s*["'](?P<dynamic>[^"']+)["']""",
    re.MULTILINE,
)


def files(patterns: list[str], root: Path) -> list[Path]:
    """Files that some pattern names, each once."""
    return sorted({path for pattern in patterns for path in root.glob(pattern)})


def rule(path: Path, root: Path, table: list) -> object:
    """What the first fitting line of a table allows."""
    return next(allowed for pattern, allowed in table if path in set(root.glob(pattern)))


def python_imports(path: Path) -> Iterator[str]:
    """Full names of all imports of a file, also those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")
            yield from (f"{node.module}.{alias.name}" for alias in node.names if not node.level)


def typescript_imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Imports of a file: what, with relative paths written from `site/app`, and whether for types only."""
    for found in TYPESCRIPT_IMPORT.finditer(path.read_text(encoding="utf-8")):
        name = found["static"] or found["dynamic"]
        if name.startswith("."):
            name = (path.parent / name).resolve().relative_to(APP).as_posix()
        yield name, bool(found["type"])


PYTHON_FILES = files([pattern for pattern, _ in PYTHON], ROOT)
TYPESCRIPT_FILES = files([pattern for pattern, _ in TYPESCRIPT], APP)


def python_name(path: Path) -> str:
    """Id of a test."""
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PYTHON_FILES, ids=python_name)
def test_python(path: Path):
    """Only the packages of its own line, and the standard library."""
    allowed = rule(path, ROOT, PYTHON)
    tops = {
        name.lstrip(".").partition(".")[0]
        for name in python_imports(path)
        if not name.startswith(".")
    }

    assert tops - set(sys.stdlib_module_names) - allowed == set()
    assert "tests" not in tops


def test_only_the_bridge_knows_the_browser():
    """Nothing in the package imports the bridge, so all the rest runs natively."""
    for path in PLAYGROUND.glob("*.py"):
        assert "playground.bridge" not in set(python_imports(path)), path.name


def test_no_cycles_in_playground():
    """Modules of the package can be read one after the other."""
    names = {f"playground.{path.stem}" for path in PLAYGROUND.glob("*.py")}
    graph = {
        f"playground.{path.stem}": set(python_imports(path)) & names - {f"playground.{path.stem}"}
        for path in PLAYGROUND.glob("*.py")
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"modules import each other: {' -> '.join(error.args[1])}")


def typescript_name(path: Path) -> str:
    """Id of a test."""
    return path.relative_to(APP).as_posix()


@pytest.mark.parametrize("path", TYPESCRIPT_FILES, ids=typescript_name)
def test_typescript(path: Path):
    """Only what its own line allows."""
    allowed = rule(path, APP, TYPESCRIPT)
    foreign = [name for name, _ in typescript_imports(path) if not name.startswith(tuple(allowed))]

    assert foreign == []


def test_every_typescript_file_has_a_line():
    """A new folder needs a line in the table."""
    assert set(APP.rglob("*.ts")) == set(TYPESCRIPT_FILES)


def test_elements_do_not_know_the_client():
    """Elements get the kernel as an argument; they import neither the client nor the entry."""
    for path in (APP / "page" / "elements").glob("*.ts"):
        values = {name for name, only_types in typescript_imports(path) if not only_types}
        assert values & {"page/kernel-client", "page/main"} == set(), path.name


def test_nothing_imports_an_entry():
    """`main.ts` files wire; nobody needs anything of them."""
    for path in TYPESCRIPT_FILES:
        assert not [name for name, _ in typescript_imports(path) if name.endswith("/main")], (
            path.name
        )


def test_one_place_starts_workers():
    """Only the client starts the kernel's worker."""
    starters = {
        typescript_name(path)
        for path in TYPESCRIPT_FILES
        if re.search(r"new (Shared)?Worker\(", path.read_text())
    }

    assert starters <= {"page/kernel-client.ts"}


def test_the_tables_find_files():
    """Empty lists would let everything above pass."""
    assert PLAYGROUND / "runner.py" in PYTHON_FILES
    assert APP / "protocol.ts" in TYPESCRIPT_FILES
