"""Which imports are missing, and what they say."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground import missing


@pytest.fixture(autouse=True)
def unexplained() -> Iterator[None]:
    """No reason outlives its test."""
    finders = sys.meta_path[:]
    yield
    missing._finder.reasons.clear()
    sys.meta_path[:] = finders


def test_missing_modules() -> None:
    """Named are top-level modules that can't be imported, not the standard library or installed ones."""
    sources = ["import json, pytest, nonesuch.deep", "from absent import thing\nfrom . import own"]

    assert missing.missing_modules(sources) == ["absent", "nonesuch"]


def test_own_files_are_not_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of the request, and files on the path, are there."""
    (tmp_path / "mine.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    assert missing.missing_modules(["import helper, mine"], own=["helper"]) == []


def test_explained_imports() -> None:
    """An import that was explained fails with that sentence, until the module is looked for again."""
    missing.explain({"nonesuch": "It needs the network."})
    with pytest.raises(ModuleNotFoundError, match=r"^It needs the network\.$") as caught:
        __import__("nonesuch")
    assert caught.value.name == "nonesuch"

    assert missing.missing_modules(["import nonesuch"]) == ["nonesuch"]
    with pytest.raises(ModuleNotFoundError, match="No module named"):
        __import__("nonesuch")
