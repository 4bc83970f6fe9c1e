"""The learner's own modules among the loaded ones, and the source that tracebacks show."""

import hashlib
import importlib
import io
import linecache
import os
import sys
from collections.abc import Collection, Iterable
from pathlib import Path
from types import ModuleType


def modules_below(root: str) -> dict[str, str]:
    """Loaded modules whose file lies below a directory: name and file (of a package its `__init__.py`).

    A package without `__init__.py` has no file; its directory stands for it.
    """
    prefix = root.rstrip(os.sep) + os.sep
    return {
        name: place
        for name, module in list(sys.modules.items())
        if name != "__main__" and (place := _place(module)).startswith(prefix)
    }


def _place(module: ModuleType) -> str:
    file = getattr(module, "__file__", None)
    if isinstance(file, str):
        return file
    return next((entry for entry in getattr(module, "__path__", ()) if isinstance(entry, str)), "")


def drop_modules(names: Iterable[str]) -> None:
    """Forget modules, so that the next import runs their files again."""
    for name in list(names):
        sys.modules.pop(name, None)
    importlib.invalidate_caches()


def shadowed_modules(names: Collection[str]) -> dict[str, ModuleType]:
    """Loaded modules (and their submodules) that files of these names would have to replace.

    Never the standard library's: importing those twice breaks the interpreter.
    """
    return {
        name: module
        for name, module in sys.modules.items()
        if (top := name.partition(".")[0]) in names and top not in sys.stdlib_module_names
    }


def forget_sources(root: str) -> None:
    """Drop what `linecache` and the import system remember of files below a directory."""
    prefix = root.rstrip(os.sep) + os.sep
    for cache in (linecache.cache, sys.path_importer_cache):
        for name in [
            name for name in cache if str(name).startswith(prefix) or str(name) + os.sep == prefix
        ]:
            del cache[name]


def remember_source(filename: str, source: str) -> None:
    """Let tracebacks and `inspect.getsource` find source that is in no file."""
    # As linecache reads files: the last line ends in a newline, too, or carets stand one column off.
    lines = [line if line.endswith("\n") else f"{line}\n" for line in io.StringIO(source)]
    # No modification time: linecache.checkcache() leaves such entries alone.
    linecache.cache[filename] = (len(source), None, lines, filename)


class EditWatch:
    """Notices when a file of a loaded module of the learner was edited.

    All of the learner's modules are dropped together, because one may hold names of another. While nothing changes they
    stay, as in one long-running program.
    """

    def __init__(self, root: str) -> None:
        """Watch a directory."""
        self._root = root
        self._seen: dict[str, tuple[ModuleType, str]] = {}

    def refresh(self) -> None:
        """Drop the learner's modules if one of their files is no longer what was imported."""
        files = modules_below(self._root)
        if any(
            digest != _digest(files[name])
            for name, (_, digest) in self._seen.items()
            if name in files
        ):
            self.forget()
        importlib.invalidate_caches()

    def remember(self) -> None:
        """Note what the files of newly loaded modules contain; call after each run.

        A module loaded in an earlier run keeps its mark: the run may have edited its file.
        """
        now: dict[str, tuple[ModuleType, str]] = {}
        for name, file in modules_below(self._root).items():
            module = sys.modules[name]
            known = self._seen.get(name)
            now[name] = known if known and known[0] is module else (module, _digest(file))
        self._seen = now

    def forget(self) -> None:
        """Drop all of the learner's modules."""
        drop_modules(modules_below(self._root))
        forget_sources(self._root)
        self._seen = {}


def _digest(file: str) -> str:
    """By content, because two edits can fall into one tick of a file system's clock."""
    path = Path(file)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else str(path.is_dir())
