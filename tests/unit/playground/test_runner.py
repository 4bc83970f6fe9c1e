"""Running cells."""

import builtins
import os
import signal
import sys
import warnings
from types import ModuleType

import pytest

from playground.errors import TimeLimitExceeded
from playground.runner import LONGEST_RESULT

from .conftest import needs_alarm

NEW = sys.version_info >= (3, 14)


def test_output_and_result(cells):
    """Prints go to the page at once; the last expression is the result."""
    result = cells.run("print('hello')\n6 * 7")

    assert result["status"] == "ok"
    assert result["stdout"] == "hello\n"
    assert result["stderr"] == ""
    assert result["result"] == "42"
    assert result["error"] is None
    assert result["stopReason"] is None
    assert result["chunks"] == [("stdout", "hello\n")]
    assert result["ms"] > 0
    assert "".join(text for _, text in cells.written) == "hello\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", None),
        ("# nothing", None),
        ("None", None),
        ("x = 1", None),
        ("'text'", "'text'"),
        ("x = 1; x", "1"),
        ("(\n  1 +\n  2\n)", "3"),
        ("if True:\n    5", None),
        ("False", "False"),
    ],
)
def test_result_as_a_repl(cells, source, expected):
    """Only a last expression counts, and None is silent."""
    result = cells.run(source)

    assert result["error"] is None
    assert result["result"] == expected


def test_underscore(cells):
    """`_` is the last result of the session, and a name of the learner's own wins."""
    cells.run("20 + 1")
    assert cells.run("_ * 2")["result"] == "42"
    assert cells.run("for _ in range(3):\n    pass\n_")["result"] == "2"
    assert cells.run("_", session="other")["error"]["name"] == "NameError"
    assert not hasattr(builtins, "_")


def test_sessions(cells):
    """Cells of one session share their names, others don't, and reset forgets."""
    cells.run("x = 1")

    assert cells.run("x")["result"] == "1"
    assert cells.run("x", session="own")["error"]["name"] == "NameError"
    cells.runner.reset("page")
    assert cells.run("x")["error"]["name"] == "NameError"
    cells.runner.reset("never used")


def test_main_module(cells):
    """The session is `__main__`, as pickle, dataclasses and typing need it; there is no `__file__`."""
    result = cells.run(
        "import dataclasses, pickle, sys, typing\n"
        "@dataclasses.dataclass\n"
        "class Point:\n    x: int\n    near: 'Point | None' = None\n"
        "assert __name__ == '__main__'\n"
        "assert sys.modules['__main__'].Point is Point\n"
        "assert '__file__' not in globals()\n"
        "assert typing.get_type_hints(Point)['x'] is int\n"
        "pickle.loads(pickle.dumps(Point(3)))"
    )

    assert result["error"] is None
    assert result["result"] == "Point(x=3, near=None)"


def test_annotations_of_this_run(cells):
    """Annotations at the top are those of the cell that ran last."""
    ask = "import __main__\n__main__.__annotations__"
    assert cells.run("a: int = 1\n" + ask)["result"] == "{'a': <class 'int'>}"

    assert "'b': <class 'str'>" in cells.run("b: str = ''\n" + ask)["result"]


def test_future_flags_do_not_leak(cells):
    """Our own modules' settings don't reach the learner's code, and theirs hold for the last expression."""
    assert cells.run("def f(x: 1 + 1): pass\nf.__annotations__")["result"] == "{'x': 2}"
    source = "from __future__ import annotations\ndef f(x: 1 + 1): pass\nf.__annotations__"
    assert cells.run(source)["result"] == "{'x': '1 + 1'}"


def test_error(cells):
    """An exception is a result, with what was printed before it."""
    result = cells.run("print('before')\nint('x')\nprint('after')")

    assert result["status"] == "error"
    assert result["stdout"] == "before\n"
    assert result["error"]["name"] == "ValueError"
    assert result["error"]["traceback"].startswith(
        'Traceback (most recent call last):\n  File "<cell a>", line 2, in'
    )
    assert result["error"]["note"] is not None


def test_error_across_cells(cells):
    """A function of an earlier cell shows its own source."""
    cells.run("def half(n):\n    return 1 / n", name="first")
    error = cells.run("half(0)", name="second")["error"]

    assert [(frame["file"], frame["line"]) for frame in error["frames"]] == [
        ("<cell second>", 1),
        ("<cell first>", 2),
    ]
    assert "return 1 / n" in error["traceback"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("for", "invalid syntax"),
        ("return 1", "'return' outside function"),
        ("x = 1\ndef f():\n    nonlocal x", "no binding for nonlocal"),
        ("def f(a, a): pass", "duplicate argument"),
    ],
)
def test_syntax_errors(cells, source, words):
    """Found by parser or compiler: located, with the line's text, and nothing has run."""
    error = cells.run(source)["error"]

    assert error["name"] == "SyntaxError"
    assert words in error["message"]
    assert source.splitlines()[-1] in error["traceback"]
    assert error["frames"][-1]["line"] == len(source.splitlines())


@pytest.mark.parametrize("source", ["x = '\0'", "x = '\ud800'"])
def test_source_that_is_no_text(cells, source):
    """Null bytes and half characters are the learner's errors, not ours."""
    assert cells.run(source)["status"] == "error"


def test_repr_that_raises(cells):
    """The learner's `__repr__` is the learner's code."""
    error = cells.run("class Odd:\n    def __repr__(self):\n        return 1 / 0\nOdd()")["error"]

    assert error["name"] == "ZeroDivisionError"
    assert error["frames"][-1]["function"] == "__repr__"


def test_long_repr_is_cut(cells):
    """A huge result does not flood the page."""
    result = cells.run("'x' * 1_000_000")["result"]

    assert len(result) < LONGEST_RESULT + 100
    assert "1,000,002 characters" in result


def test_number_of_many_digits(cells):
    """A number that Python refuses to show is an error with a note."""
    error = cells.run("10 ** 5000")["error"]

    assert error["name"] == "ValueError"
    assert error["traceback"].startswith("ValueError: Exceeds the limit")


def test_top_level_await(cells):
    """`await` works in statements and in the last expression."""
    result = cells.run("async def give(x):\n    return x\ny = await give(1)\nawait give(y + 1)")

    assert result["error"] is None
    assert result["result"] == "2"


def test_await_where_waiting_is_impossible(cells):
    """One clear sentence."""
    cells.make(await_=None)
    error = cells.run("async def f():\n    pass\nawait f()")["error"]

    assert error["name"] == "WaitingImpossible"
    assert "can't wait" in error["traceback"]


def test_input(cells):
    """Given lines first, then the learner; prompt and line stand in the output as in a terminal."""
    cells.typed = ["Lovelace"]
    result = cells.run(
        "first = input('First? ')\nlast = input('Last? ')\nprint(first, last)", stdin="Ada"
    )

    assert result["stdout"] == "First? Last? Ada Lovelace\n"
    assert "".join(text for _, text in result["chunks"]) == (
        "First? Ada\nLast? Lovelace\nAda Lovelace\n"
    )


def test_end_of_input(cells):
    """Ctrl-D is EOFError in `input` and the end of a loop over lines."""
    cells.typed = [None]
    assert cells.run("input()")["error"]["name"] == "EOFError"

    cells.typed = ["a", None]
    assert cells.run("import sys\n[line for line in sys.stdin]")["result"] == "['a\\n']"


def test_input_where_waiting_is_impossible(cells):
    """Given lines work; the next one says what to do."""
    cells.make(ask=None)
    result = cells.run("print(input())\ninput()", stdin="one\n")

    assert result["stdout"] == "one\n"
    assert "input box" in result["error"]["message"]


@pytest.mark.parametrize(
    ("call", "status", "stderr"),
    [
        ("sys.exit()", "ok", ""),
        ("sys.exit(0)", "ok", ""),
        ("sys.exit(None)", "ok", ""),
        ("sys.exit(2)", "error", ""),
        ("sys.exit('no such host')", "error", "no such host\n"),
        ("raise SystemExit", "ok", ""),
    ],
)
def test_exit(cells, call, status, stderr):
    """`sys.exit` ends the program as it ends a script."""
    result = cells.run(f"import sys\n{call}\nprint('after')")

    assert result["status"] == status
    assert result["stdout"] == ""
    assert result["stderr"] == stderr
    assert (result["error"] is None) == (status == "ok")
    if result["error"]:
        assert result["error"]["traceback"] == ""
        assert "exit code" in result["error"]["note"]


def test_stopped_by_the_learner(cells):
    """Ctrl-C ends the run, keeps the variables and says where."""
    result = cells.run("x = 5\nraise KeyboardInterrupt")

    assert result["status"] == "stopped"
    assert result["stopReason"] == "learner"
    assert result["error"]["frames"][-1]["line"] == 2
    assert cells.run("x")["result"] == "5"


def test_output_limit(cells):
    """An endless print ends, also in code that catches every Exception."""
    cells.make(output_limit=1000)
    result = cells.run(
        "while True:\n    try:\n        print('spam')\n    except Exception:\n        pass"
    )

    assert result["status"] == "stopped"
    assert result["stopReason"] == "output"
    assert len(result["stdout"]) == 1000
    assert "1,000 characters" in result["error"]["message"]
    assert cells.run("print('fine')")["stdout"] == "fine\n"


@needs_alarm
def test_time_limit(cells):
    """An endless loop ends, also with a bare except in it."""
    result = cells.run(
        "n = 0\nwhile True:\n    try:\n        n += 1\n    except ValueError:\n        pass",
        timeout_s=0.2,
    )

    assert result["status"] == "stopped"
    assert result["stopReason"] == "time"
    assert "0.2 seconds" in result["error"]["message"]
    assert cells.run("n > 0")["result"] == "True"


def test_time_limit_port(cells):
    """The limit comes from the caller."""

    class Ended:
        def __init__(self, seconds):
            self.seconds = seconds

        def __enter__(self):
            raise TimeLimitExceeded(self.seconds)

        def __exit__(self, *_):
            raise AssertionError("never entered")

    cells.make(time_limit=Ended)

    assert cells.run("1", timeout_s=3)["stopReason"] == "time"
    assert cells.run("1")["result"] == "1"


def test_recursion_and_memory_errors(cells):
    """Both are told, and the next run works."""
    assert cells.run("def f():\n    return f()\nf()")["error"]["name"] == "RecursionError"
    assert cells.run("raise MemoryError")["error"]["name"] == "MemoryError"
    assert cells.run("1 + 1")["result"] == "2"


@pytest.fixture
def plain_warnings(monkeypatch):
    """Print warnings as CPython does; pytest would collect them."""

    def show(message, category, filename, lineno, file=None, line=None):
        sys.stderr.write(warnings.formatwarning(message, category, filename, lineno, line))

    monkeypatch.setattr(warnings, "showwarning", show)


@pytest.mark.usefixtures("plain_warnings")
def test_warnings(cells):
    """As CPython: on stderr, with the line, again in every run."""
    source = "import warnings\nwarnings.warn('old', DeprecationWarning)"

    for _ in range(2):
        assert cells.run(source)["stderr"] == (
            "<cell a>:2: DeprecationWarning: old\n  warnings.warn('old', DeprecationWarning)\n"
        )
    assert (
        cells.run("warnings.simplefilter('error')\nwarnings.warn('x')")["error"]["name"]
        == "UserWarning"
    )
    assert "UserWarning" in cells.run("warnings.warn('x')")["stderr"]


@pytest.mark.usefixtures("plain_warnings")
def test_syntax_warning_once(cells):
    """A warning of the compiler appears once, although cells are compiled in parts."""
    shown = cells.run("x = 5\nx is 5")["stderr"]

    assert shown.count("SyntaxWarning") == 1
    assert shown.startswith("<cell a>:2: SyntaxWarning")
    if NEW:
        assert cells.run("'\\d'")["stderr"].count("SyntaxWarning") == 1
        assert (
            cells.run("def f():\n    try: pass\n    finally: return 1")["stderr"].count(
                "SyntaxWarning"
            )
            == 1
        )


def test_getsource(cells):
    """`inspect.getsource` finds functions of cells, also later."""
    cells.run("def twice(n):\n    return 2 * n\n", name="first")
    result = cells.run("import inspect\nprint(inspect.getsource(twice))", name="second")

    assert result["stdout"] == "def twice(n):\n    return 2 * n\n\n"


def test_edited_module_is_imported_anew(cells):
    """An edit is picked up, also one of the same length in the same moment."""
    (cells.home / "mod.py").write_text("value = 1\n")
    assert cells.run("import mod\nmod.value")["result"] == "1"
    (cells.home / "mod.py").write_text("value = 2\n")

    assert cells.run("import mod\nmod.value")["result"] == "2"


def test_module_written_by_a_cell(cells):
    """A cell may write the module that the next cell imports, again and again."""
    for number in range(3):
        cells.run(f"with open('made.py', 'w') as file:\n    file.write('value = {number}')")
        assert cells.run("import made\nmade.value")["result"] == str(number)


def test_unedited_module_keeps_its_state(cells):
    """While no file changes, modules stay, as in one program."""
    (cells.home / "counter.py").write_text("count = 0\n")
    cells.run("import counter\ncounter.count += 1")

    assert cells.run("import counter\ncounter.count")["result"] == "1"
    cells.runner.reset("page")
    assert cells.run("import counter\ncounter.count")["result"] == "0"


def test_package_with_an_edited_part(cells):
    """All modules of the learner go together, because one may hold names of another."""
    pack = cells.home / "pack"
    pack.mkdir()
    (pack / "__init__.py").write_text("from pack.part import value\n")
    (pack / "part.py").write_text("value = 1\n")
    assert cells.run("import pack\npack.value")["result"] == "1"
    (pack / "part.py").write_text("value = 2\n")

    assert cells.run("import pack\npack.value")["result"] == "2"
    assert not list(cells.home.rglob("*.pyc"))


def test_files(cells):
    """Seed files appear in the working directory only where they are missing."""
    files = {"data/servers.csv": "web,80\n"}
    assert cells.run("open('data/servers.csv').read()", files=files)["result"] == "'web,80\\n'"
    cells.run("open('data/servers.csv', 'w').write('mine')", files=files)

    assert cells.run("open('data/servers.csv').read()", files=files)["result"] == "'mine'"


def test_interpreter_is_put_back(cells):
    """Whatever a program changes, the next run and we ourselves find things as before."""

    def state():
        return {
            "streams": [sys.stdout, sys.stderr, sys.stdin, sys.__stdout__],
            "hooks": [sys.excepthook, sys.displayhook, sys.unraisablehook],
            "handlers": [signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)],
            "limits": [sys.getrecursionlimit(), sys.get_int_max_str_digits()],
            "place": [os.getcwd(), dict(os.environ), sys.argv],
            "warnings": [list(warnings.filters), warnings.showwarning],
            "main": sys.modules["__main__"],
            "builtins": dict(vars(builtins)),
            "trace": sys.gettrace(),
        }

    before = state()
    result = cells.run(
        "import builtins, os, signal, sys, warnings, io\n"
        "sys.setrecursionlimit(5000); sys.set_int_max_str_digits(0)\n"
        "signal.signal(signal.SIGINT, signal.SIG_IGN); signal.signal(signal.SIGTERM, lambda *_: None)\n"
        "os.chdir('/'); os.environ['HOME'] = 'gone'; os.environ['MINE'] = '1'; del os.environ['PATH']\n"
        "warnings.simplefilter('error'); warnings.showwarning = None\n"
        "builtins.print = len; builtins.mine = 1; del builtins.open\n"
        "sys.excepthook = sys.unraisablehook = sys.displayhook = print; sys.argv.append('x')\n"
        "sys.settrace(lambda *_: None)\n"
        "sys.stdin = sys.stdout = sys.stderr = io.StringIO()\n"
    )

    assert result["error"] is None, result["error"]
    assert state() == before


def test_decimal_context(cells):
    """The precision that one run sets is not the next one's."""
    cells.run("import decimal\ndecimal.getcontext().prec = 3")

    assert cells.run("decimal.getcontext().prec")["result"] == "28"


def test_redirection_undone_the_old_way(cells):
    """`sys.stdout = sys.__stdout__` leads back to the page."""
    result = cells.run(
        "import io, sys\nsys.stdout = io.StringIO()\nprint('hidden')\nsys.stdout = sys.__stdout__\nprint('seen')"
    )

    assert result["stdout"] == "seen\n"


def test_logging_handler_of_an_earlier_run(cells):
    """A handler that keeps `sys.stderr` writes into the run that logs."""
    cells.run(
        "import logging\nlog = logging.Logger('mine')\nlog.addHandler(logging.StreamHandler())"
    )

    assert cells.run("log.warning('hot')")["stderr"] == "hot\n"


def test_pictures(cells):
    """Values that draw themselves are shown beside their repr."""
    result = cells.run("class Dot:\n    def _repr_png_(self):\n        return b'png'\nDot()")

    assert result["result"].startswith("<__main__.Dot object")
    assert [picture["mime"] for picture in cells.pictures] == ["image/png"]


def test_figures(cells, monkeypatch):
    """Open figures are shown at the end of a run, also of one that failed."""
    from .test_display import FakePyplot

    module = ModuleType("matplotlib.pyplot")
    vars(module).update(FakePyplot().names())
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", module)
    cells.run("1 / 0")

    assert [picture["alt"] for picture in cells.pictures] == ["Figure 1: Load; percent over hour"]


def test_quiet_surrounds_what_must_not_be_cut(cells):
    """Preparing and restoring are quiet, the learner's code is not."""
    depth = []

    class Quiet:
        def __enter__(self):
            depth.append(1)

        def __exit__(self, *_):
            depth.pop()

    seen = []
    cells.make(quiet=Quiet, write=lambda *_: seen.append(len(depth)))
    cells.run("print('x')")

    assert set(seen) == {0}
    assert depth == []


def test_nested_quotes_of_new_pythons(cells):
    """Whatever this Python can parse, a cell can run."""
    if NEW:
        assert cells.run("name = 'x'\ntype(t'{name}').__name__")["result"] == "'Template'"
    assert cells.run("match [1, 2]:\n    case [a, b]:\n        c = a + b\nc")["result"] == "3"
