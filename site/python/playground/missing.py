"""Modules that a program imports and that are not there: which, and what the import then says."""

import importlib
import importlib.util
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType

from playground.imports import find_imports


class MissingFinder(MetaPathFinder):
    """Says why a module that a package would bring is not there.

    :ivar reasons: Sentence by top-level name.
    """

    def __init__(self) -> None:
        """Know no reason yet."""
        self.reasons: dict[str, str] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find nothing; raise for modules with a reason."""
        if path is None and fullname in self.reasons:
            raise ModuleNotFoundError(self.reasons[fullname], name=fullname)
        return None


_finder = MissingFinder()


def explain(reasons: Mapping[str, str]) -> None:
    """Let imports of these modules fail with these words."""
    if _finder not in sys.meta_path:
        sys.meta_path.insert(sys.meta_path.index(PathFinder) + 1, _finder)
    _finder.reasons.update(reasons)


def missing_modules(sources: Iterable[str], own: Iterable[str] = ()) -> list[str]:
    """Top-level names that sources import and that can't be imported.

    What was explained about them is forgotten: the next try may do better.

    :param own: Names of modules that will be there when the sources run.
    """
    importlib.invalidate_caches()
    names = {name for source in sources for name in find_imports(source)}
    return sorted(name for name in names.difference(own) if _is_missing(name))


def _is_missing(name: str) -> bool:
    _finder.reasons.pop(name, None)
    if name in sys.modules or name in sys.stdlib_module_names:
        return False
    try:
        return importlib.util.find_spec(name) is None
    except (ImportError, ValueError):  # half-made modules; the import itself will say what is wrong
        return False
