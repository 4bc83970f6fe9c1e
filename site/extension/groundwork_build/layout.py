"""Where everything is: the source tree, the work folder, and fixed names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PYODIDE_VERSION = "314.0.7"
PYTHON_VERSION = "3.14"
#: Base address that npm's ``pyodide.mjs`` names for its own version.
CDN = f"https://cdn.jsdelivr.net/pyodide/v{PYODIDE_VERSION}/full/"
CDN_ORIGIN = "https://cdn.jsdelivr.net"
RUNTIME_FILES = ("pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")


@dataclass(frozen=True)
class Layout:
    """Paths of one checkout. ``work`` may be given, so that tests have a work folder of their own."""

    root: Path
    work_dir: Path | None = None

    @cached_property
    def work(self) -> Path:
        """Everything that can be made again: ``.build/``."""
        return self.work_dir or self.root / ".build"

    @property
    def lessons(self) -> Path:
        """Pages in Markdown and Sphinx's ``conf.py``."""
        return self.root / "lessons"

    @property
    def exercises(self) -> Path:
        """Exercise folders."""
        return self.root / "py_checks"

    @property
    def site(self) -> Path:
        """Sources of what is shipped, and the extension."""
        return self.root / "site"

    @property
    def node_modules(self) -> Path:
        """What ``npm ci`` installed."""
        return self.site / "node_modules"

    @property
    def pyodide(self) -> Path:
        """The runtime files as npm's package has them."""
        return self.node_modules / "pyodide"

    @property
    def requirements(self) -> Path:
        """Hash-locked Python dependencies."""
        return self.root / "requirements"

    @property
    def app(self) -> Path:
        """Output of esbuild."""
        return self.work / "app"

    @property
    def packages(self) -> Path:
        """Wheels and locks as they go to ``dist/wheels`` and ``dist/runtime``."""
        return self.work / "packages"

    @property
    def html(self) -> Path:
        """Output of Sphinx."""
        return self.work / "html"

    @property
    def doctrees(self) -> Path:
        """Sphinx's own store, which makes the next build incremental."""
        return self.work / "doctrees"

    @property
    def licences(self) -> Path:
        """Name, version, licence and text of everything that ships, as JSON."""
        return self.work / "licences.json"
