"""Records of cells: which pages, what is written, what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from groundwork_build.problems import Problem
from groundwork_build.record import (
    choose_pages,
    pages_with_cells,
    surprises_of,
    to_record,
    write_record,
)

PAGES = ["a/one", "a/two"]
OPTIONS = {"raises": None, "volatile": [], "stdin": None}


def ran(**changes: Any) -> dict[str, Any]:
    """A `RunResult` as the page gives it."""
    good = {
        "status": "ok",
        "chunks": [["stdout", "1\n"]],
        "result": None,
        "error": None,
        "stopReason": None,
    }
    return {**good, "stdout": "1\n", "stderr": "", "ms": 3.2, **changes}


def test_all_pages_with_cells() -> None:
    """Without names every page that has cells is recorded."""
    assert choose_pages(PAGES, []) == ["a/one", "a/two"]


@pytest.mark.parametrize("asked", ["a/two", "lessons/a/two.md"])
def test_named_page(asked: str) -> None:
    """A page may be written as its name or its file."""
    assert choose_pages(PAGES, [asked]) == ["a/two"]


@pytest.mark.parametrize("asked", ["a/none", "b/zzz"])
def test_unknown_page(asked: str) -> None:
    """A page without cells can't be recorded."""
    with pytest.raises(Problem, match=asked):
        choose_pages(PAGES, [asked])


def test_pages_with_cells(tmp_path: Path) -> None:
    """Pages are found by what was built, wherever they stand."""
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<pg-cell id='first'></pg-cell>")
    (tmp_path / "a" / "one.html").write_text("<pg-cell id='x'></pg-cell>")
    (tmp_path / "a" / "none.html").write_text("<p>text</p>")

    assert pages_with_cells(tmp_path) == ["a/one", "index"]


def test_record_has_what_the_page_shows() -> None:
    """Times and the browser's extras are left out, the source is known by its hash."""
    error = {"name": "ValueError", "message": "m", "traceback": "t", "frames": [], "note": "n"}

    record = to_record({"source": "x = 1\n", "ran": ran(status="error", error=error)}, OPTIONS)

    assert set(record) == {"source_sha256", "status", "chunks", "result", "error", "volatile"}
    assert record["error"] == {"name": "ValueError", "message": "m", "traceback": "t"}


def test_recording_twice_changes_nothing(tmp_path: Path) -> None:
    """The second record of the same outputs leaves the file alone."""
    path = tmp_path / "a" / "one.json"
    cells = {"x": to_record({"source": "x", "ran": ran()}, OPTIONS)}

    assert write_record(path, cells) is True
    assert write_record(path, cells) is False
    assert "volatile" not in path.read_text()


def test_volatile_parts_keep_the_old_record(tmp_path: Path) -> None:
    """Output that differs only where it may is not written again; any other difference is."""
    path = tmp_path / "one.json"
    options = {**OPTIONS, "volatile": [r"0x[0-9a-f]+"]}

    def record(text: str) -> bool:
        answer = {"source": "x", "ran": ran(chunks=[["stdout", text]])}
        return write_record(path, {"x": to_record(answer, options)})

    assert record("at 0x1f\n") is True
    assert record("at 0x2e\n") is False
    assert record("on 0x2e\n") is True
    assert json.loads(path.read_text())["cells"]["x"]["chunks"] == [["stdout", "on 0x2e\n"]]


def test_damaged_record_is_replaced(tmp_path: Path) -> None:
    """A record that can't be read is written anew."""
    path = tmp_path / "one.json"
    path.write_text("<<<<<<< merge")

    assert write_record(path, {"x": to_record({"source": "x", "ran": ran()}, OPTIONS)}) is True
    assert set(json.loads(path.read_text())["cells"]) == {"x"}


@pytest.mark.parametrize(
    ("result", "raises", "words"),
    [
        (ran(), None, None),
        (ran(status="error", error={"name": "ValueError"}), "ValueError", None),
        (
            ran(status="error", error={"name": "KeyError"}),
            None,
            "raised KeyError, but has no :raises:",
        ),
        (
            ran(status="error", error={"name": "KeyError"}),
            "ValueError",
            "raised KeyError, but has :raises: ValueError",
        ),
        (ran(), "ValueError", "raised nothing"),
        (ran(status="stopped", stopReason="time"), None, "was stopped"),
    ],
)
def test_surprises(result: dict[str, Any], raises: str | None, words: str | None) -> None:
    """A cell that ends in another way than its options say is reported."""
    notes = surprises_of("x", result, {**OPTIONS, "raises": raises})

    assert (words is None and notes == []) or words in notes[0]
