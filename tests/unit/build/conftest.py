"""A tiny checkout and tiny wheels for the tests of the build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from groundwork_build.layout import Layout
from groundwork_build.wheel_files import write_zip


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A checkout with lock files and nothing else."""
    (tmp_path / "requirements").mkdir()
    for name in ("build", "test", "browser"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(
            f"{name}==1 \\\n    --hash=sha256:00\n"
        )
    return Layout(tmp_path)


@pytest.fixture
def make_wheel(tmp_path: Path) -> Callable[..., Path]:
    """`make_wheel(name, version, requires, files)` writes a wheel and gives its path."""

    def make(
        name: str, version: str, requires: list[str] | None = None, files: list[str] | None = None
    ) -> Path:
        info = f"{name}-{version}.dist-info"
        lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}"]
        lines += [f"Requires-Dist: {text}" for text in requires or []]
        content = {f"{info}/METADATA": "\n".join([*lines, "", "About"]).encode()}
        content |= {path: b"" for path in files or [f"{name}/__init__.py"]}
        path = tmp_path / f"{name}-{version}-py3-none-any.whl"
        write_zip(path, content)
        return path

    return make
