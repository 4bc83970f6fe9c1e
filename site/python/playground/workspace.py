"""A fresh directory with the learner's files, used as working directory and import path for one check."""

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from playground.errors import CheckSetupError
from playground.isolation import restored
from playground.modules import drop_modules, forget_sources, modules_below, shadowed_modules


@contextmanager
def workspace(files: Mapping[str, str], parent: Path | None = None) -> Iterator[Path]:
    """Write the files into a new directory and work there; afterwards everything is as before.

    :param files: Text by relative path with `/`.
    :param parent: Where the directory is made, None for the system's place for temporary files.
    :raises CheckSetupError: A path leads out of the directory.
    """
    with temporary_folder("check-", parent) as folder:
        write_files(folder, files)
        with restored(), _import_path(folder, files):
            os.chdir(folder)
            sys.dont_write_bytecode = True
            yield folder


@contextmanager
def temporary_folder(prefix: str, parent: Path | None) -> Iterator[Path]:
    """A new directory that is gone afterwards, also from the caches of the import system."""
    # The real path: names in tracebacks and in sys.modules are compared with it.
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent)).resolve()
    try:
        yield folder
    finally:
        forget_sources(str(folder))
        shutil.rmtree(
            folder, ignore_errors=True
        )  # a leftover in the temporary directory harms no one


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write text files below a folder, making directories as needed."""
    for name, text in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise CheckSetupError(
                f"A file can't be called {name!r}: names are relative paths with /."
            )
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")


@contextmanager
def _import_path(folder: Path, files: Mapping[str, str]) -> Iterator[None]:
    tops = {PurePosixPath(name).parts[0].removesuffix(".py") for name in files}
    hidden = shadowed_modules(tops)
    path = sys.path[:]
    drop_modules(hidden)
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path[:] = path
        drop_modules(modules_below(str(folder)))
        sys.modules.update(hidden)
