"""From an exception to what the learner reads."""

import json
import linecache
import sys
from pathlib import Path

import pytest

from playground.modules import remember_source
from playground.tracebacks import MOST_FRAMES, Places, describe

CELL = "<cell a>"


def raised(source: str, root: Path, name: str = CELL) -> BaseException:
    """The exception that source ends with."""
    remember_source(name, source)
    try:
        exec(
            compile(source, name, "exec", dont_inherit=True),
            {"__name__": "__main__", "json": json, "root": root},
        )
    except BaseException as error:
        return error
    raise AssertionError("Nothing was raised.")


@pytest.fixture
def tell(tmp_path: Path):
    """Describe what source raises."""

    def run(source: str, hide_root: bool = False):
        return describe(raised(source, tmp_path), Places(str(tmp_path), {CELL}, hide_root))

    yield run
    linecache.cache.pop(CELL, None)


def test_as_cpython_prints_it(tell):
    """Header, the learner's frames with carets, last line; no newline at the end."""
    told = tell("def half(n):\n    return 10 / n\n\nhalf(0)\n")

    assert told["traceback"].splitlines() == [
        "Traceback (most recent call last):",
        '  File "<cell a>", line 4, in <module>',
        "    half(0)",
        *(["    ~~~~^^^"] if sys.version_info >= (3, 13) else []),
        '  File "<cell a>", line 2, in half',
        "    return 10 / n",
        "           ~~~^~~",
        "ZeroDivisionError: division by zero",
    ]
    assert told["name"] == "ZeroDivisionError"
    assert told["message"] == "division by zero"


def test_frames_count_characters(tell):
    """Columns are characters, not bytes of UTF-8, and lines count from 1."""
    told = tell("x = 1\nprint('ä€', 1 / 0)")

    assert told["frames"] == [
        {
            "file": CELL,
            "line": 2,
            "endLine": 2,
            "column": 12,
            "endColumn": 17,
            "function": "<module>",
        }
    ]


def test_foreign_frames_are_dropped(tell):
    """An error deep in the standard library points at the learner's line."""
    told = tell("json.loads('{')")

    assert [frame["file"] for frame in told["frames"]] == [CELL]
    assert "decoder.py" not in told["traceback"]
    assert "JSONDecodeError" in told["traceback"]


def test_no_frame_no_header(tmp_path: Path):
    """Without a frame of the learner's there is just the last line."""
    told = describe(ValueError("outside"), Places(str(tmp_path)))

    assert told["traceback"] == "ValueError: outside"
    assert told["frames"] == []


def test_files_of_the_home_directory(tell, tmp_path: Path):
    """A module of the learner's is named relative to the home directory."""
    (tmp_path / "pack").mkdir()
    module = tmp_path / "pack" / "thing.py"
    module.write_text("def f():\n    return [][0]\n")
    told = tell(
        f"space = {{}}\nexec(compile(open({str(module)!r}).read(), {str(module)!r}, 'exec'), space)\nspace['f']()"
    )

    assert [frame["file"] for frame in told["frames"]] == [CELL, "pack/thing.py"]
    assert (
        '  File "pack/thing.py", line 2, in f\n    return [][0]\n           ~~^^^\n'
        in told["traceback"]
    )
    assert str(tmp_path) not in told["traceback"]


def test_root_can_be_hidden(tell):
    """A directory that the learner does not know appears nowhere."""
    shown = tell("raise ValueError(f'in {root}/data.txt')", hide_root=True)

    assert shown["message"] == "in data.txt"
    assert shown["traceback"].endswith("ValueError: in data.txt")


def test_chained_exceptions(tell):
    """Cause and context are kept and trimmed as well."""
    told = tell(
        "try:\n    json.loads('{')\nexcept ValueError as error:\n    raise KeyError('k') from error"
    )

    assert "The above exception was the direct cause" in told["traceback"]
    assert "decoder.py" not in told["traceback"]
    told = tell("try:\n    1 / 0\nexcept ZeroDivisionError:\n    oops")
    assert "During handling of the above exception" in told["traceback"]
    assert told["name"] == "NameError"


def test_exception_groups(tell):
    """Groups keep their boxes, and their members lose foreign frames."""
    told = tell(
        "errors = []\nfor text in ['{', 'x']:\n    try:\n        json.loads(text)\n"
        "    except ValueError as error:\n        errors.append(error)\nraise ExceptionGroup('both', errors)"
    )

    assert "ExceptionGroup: both (2 sub-exceptions)" in told["traceback"]
    assert told["traceback"].count("JSONDecodeError") == 2
    assert "decoder.py" not in told["traceback"]


def test_exception_notes(tell):
    """What `add_note` added is there."""
    told = tell("error = ValueError('x')\nerror.add_note('try again')\nraise error")

    assert told["traceback"].endswith("ValueError: x\ntry again")


@pytest.mark.skipif(
    sys.version_info < (3, 12), reason="only the interpreter's own printing had them before"
)
def test_suggestions(tell):
    """CPython's guesses are kept."""
    assert "Did you mean: 'value'?" in tell("value = 1\nvalu")["traceback"]


def test_syntax_error(tell):
    """A syntax error is located: in the text, and as a frame to click on."""
    told = tell("x = 1\nfor n in range(3)\n    pass\n")

    assert told["message"] == "expected ':'"
    assert told["traceback"].startswith('  File "<cell a>", line 2\n    for n in range(3)\n')
    assert told["frames"][-1]["line"] == 2
    assert told["frames"][-1]["column"] == 17


def test_recursion_is_short(tell):
    """A thousand equal frames are a few lines and at most a hundred places."""
    told = tell("def f():\n    return f()\nf()")

    assert "Previous line repeated" in told["traceback"]
    assert len(told["traceback"]) < 1500
    assert len(told["frames"]) <= MOST_FRAMES


def test_broken_str(tell):
    """An exception whose `__str__` raises is told all the same."""
    told = tell(
        "class Odd(Exception):\n    def __str__(self):\n        raise RuntimeError\nraise Odd"
    )

    assert told["name"] == "Odd"
    assert "str() failed" in told["message"]
    assert "Odd" in told["traceback"]


def test_no_colours(tell, monkeypatch: pytest.MonkeyPatch):
    """No ANSI colours, whatever the environment asks for."""
    monkeypatch.setenv("PYTHON_COLORS", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "\x1b" not in tell("1 / 0")["traceback"]


def test_loop_of_contexts(tell):
    """Exceptions that point at each other end."""
    told = tell(
        "a, b = ValueError('a'), ValueError('b')\na.__context__, b.__context__ = b, a\nraise a"
    )

    assert told["traceback"].count("ValueError: a") == 1
