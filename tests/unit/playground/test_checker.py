"""Checks with real pytest, many times in one interpreter."""

import gc
import os
import sys

import pytest

from playground.errors import CheckSetupError

from .conftest import needs_alarm

DOUBLE = "def double(n):\n    return n * 2\n"
CHECK = '''
"""Checks of double."""
import pytest

def test_small(submission):
    """Two is doubled."""
    submission.expect("double", 2).returns(4)

@pytest.mark.parametrize("number", [1, 5], ids=["one", "five"])
def test_each(submission, number):
    """Each number is doubled."""
    assert submission.get("double")(number) == number * 2, f"{number} was not doubled."
'''


def by_name(report):
    """Results by name."""
    return {test["name"]: test for test in report["tests"]}


def test_pass(check):
    """Names, titles, outcomes, in the order of the file."""
    report = check(DOUBLE, CHECK)

    assert report["status"] == "pass"
    assert report["error"] is None
    assert [
        (test["name"], test["title"], test["outcome"], test["message"]) for test in report["tests"]
    ] == [
        ("test_small", "Two is doubled.", "passed", ""),
        ("test_each[one]", "Each number is doubled.", "passed", ""),
        ("test_each[five]", "Each number is doubled.", "passed", ""),
    ]
    assert all(test["ms"] >= 0 for test in report["tests"])
    assert report["ms"] > 0


def test_fail(check):
    """Messages are those of the check, without pytest's comparison."""
    report = check("def double(n):\n    return n + 2", CHECK)

    assert report["status"] == "fail"
    tests = by_name(report)
    assert tests["test_small"]["outcome"] == "passed"
    assert tests["test_each[one]"]["message"] == "1 was not doubled."


def test_plain_assert(check):
    """Without a message pytest's comparison is shown."""
    report = check(DOUBLE, "def test_it(submission):\n    assert submission.get('double')(1) == 3")

    assert report["tests"][0]["message"].startswith("This does not hold: 2 == 3")
    assert report["tests"][0]["title"] == "It"


@pytest.mark.parametrize("program", ["x = = 1", "def f(:\n    pass", "x = '\0'"])
def test_syntax_error(check, program):
    """No test starts; the error is located."""
    report = check(program, CHECK)

    assert report["status"] == "error"
    assert report["tests"] == []
    assert report["error"]["name"] in ("SyntaxError", "ValueError")
    if "\0" not in program:
        assert report["error"]["frames"][0]["file"] == "submission.py"
        assert 'File "submission.py", line 1' in report["error"]["traceback"]


def test_program_that_does_not_run(check):
    """The learner's traceback, and each test says why it did not begin."""
    report = check("print('begin')\n1 / 0", CHECK)

    assert report["status"] == "error"
    assert report["error"]["name"] == "ZeroDivisionError"
    assert report["error"]["frames"] == [
        {
            "file": "submission.py",
            "line": 2,
            "endLine": 2,
            "column": 0,
            "endColumn": 5,
            "function": "<module>",
        }
    ]
    assert report["stdout"] == "begin\n"
    assert {test["outcome"] for test in report["tests"]} == {"error"}
    assert "ZeroDivisionError" in report["tests"][0]["message"]


def test_program_that_reads_input(check):
    """A program is not imported when the check only runs it."""
    program = "print(int(input()) + 1)"
    source = "def test_run(submission):\n    '''Adds one.'''\n    submission.run('41').prints('42')"

    assert check(program, source)["status"] == "pass"


def test_learners_error_in_a_test(check):
    """An exception out of the learner's code is a failure with their traceback."""
    source = "def test_it(submission):\n    submission.get('f')(0)"
    report = check("def f(n):\n    return 1 / n", source)

    assert report["status"] == "fail"
    message = report["tests"][0]["message"]
    assert message.startswith("Your code raised ZeroDivisionError.\n\nTraceback")
    assert "check_" not in message
    assert 'File "submission.py", line 2, in f' in message


def test_result_that_can_not_be_used(check):
    """A value of the wrong kind is the learner's, too; the line of the check is shown."""
    source = "def test_it(submission):\n    assert submission.get('f')(0).upper() == 'X'"
    report = check("def f(n):\n    pass", source)

    assert report["status"] == "fail"
    assert ".upper()" in report["tests"][0]["message"]
    assert "AttributeError" in report["tests"][0]["message"]


def test_mistake_of_the_check(check):
    """A name error in the check is ours, and says so."""
    report = check(DOUBLE, "def test_it(submission):\n    assert sumbission")

    assert report["status"] == "error"
    assert report["error"] is None
    assert report["tests"][0]["outcome"] == "error"
    assert report["tests"][0]["message"].startswith("The check itself is broken")
    assert "sumbission" in report["tests"][0]["message"]


def test_unknown_fixture(check):
    """So is a fixture that does not exist."""
    report = check(DOUBLE, "def test_it(no_such_thing):\n    pass")

    assert report["status"] == "error"
    assert "no_such_thing" in report["tests"][0]["message"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = 1", "holds no test"),
        ("import nothing_like_it\ndef test_x(): pass", "nothing_like_it"),
        ("def test_x(:", "SyntaxError"),
        ("async def test_x(submission): pass", "is async"),
        ("import pytest\ndef test_x():\n    pytest.skip('later')", "was skipped"),
    ],
)
def test_broken_check(check, source, words):
    """What can't be a check is an error of ours that names the exercise."""
    with pytest.raises(CheckSetupError, match=words) as caught:
        check(DOUBLE, source)

    assert "a-section/an-exercise" in str(caught.value)


def test_skipped(check):
    """A skipped test says why."""
    report = check(DOUBLE, CHECK + "\ndef test_later():\n    pytest.skip('not here')\n")

    assert report["status"] == "pass"
    assert by_name(report)["test_later"]["outcome"] == "skipped"
    assert by_name(report)["test_later"]["message"] == "not here"


def test_pytest_tools(check):
    """Fixtures and helpers of pytest that checks use."""
    source = '''
import pytest

def test_tools(submission, capsys, monkeypatch, tmp_path):
    """All there."""
    (tmp_path / "x").write_text("y")
    submission.get("shout")()
    assert capsys.readouterr().out == "LOUD\\n"
    with pytest.raises(ZeroDivisionError):
        submission.get("crash")()
    monkeypatch.setattr(submission.module, "WORD", "quiet")
    submission.expect("shout").prints("QUIET")

def test_raises(submission):
    """Raises."""
    with pytest.raises(ValueError):
        pass

def test_fails(submission):
    """Fails."""
    pytest.fail("Think again.")
'''
    program = "WORD = 'loud'\ndef shout():\n    print(WORD.upper())\ndef crash():\n    1 / 0\n"
    tests = by_name(check(program, source))

    assert tests["test_tools"]["outcome"] == "passed", tests["test_tools"]["message"]
    assert "DID NOT RAISE" in tests["test_raises"]["message"]
    assert tests["test_fails"]["message"] == "Think again."


def test_output_of_each_test(check):
    """What a test printed belongs to it, what the import printed to the report; nothing reaches our own streams."""
    program = "print('import')\ndef f(n):\n    print('call', n)\n"
    source = (
        "def test_a(submission):\n    submission.get('f')(1)\n\n"
        "def test_b(submission):\n    submission.expect('f', 2)\n"
    )
    report = check(program, source)

    assert report["stdout"] == "import\n"
    assert by_name(report)["test_a"]["output"] == "call 1\n"
    assert by_name(report)["test_b"]["output"] == "call 2\n"


def test_nothing_leaks_to_the_terminal(check, capfd):
    """Neither pytest nor the learner's code writes past us."""
    check("print('loud')\n1 / 0", CHECK)
    check("print('loud')\n" + DOUBLE, CHECK)

    assert capfd.readouterr() == ("", "")


def test_flood_of_output(check):
    """An endless print fails its test, with words."""
    report = check(
        "def f():\n    while True:\n        print('spam')",
        "def test_a(submission):\n    submission.expect('f').returns(1)",
    )

    assert report["status"] == "fail"
    assert "You called:   f()\nIt printed more than" in report["tests"][0]["message"]
    assert len(report["tests"][0]["output"]) < 30_000


@needs_alarm
def test_endless_loop(check):
    """A test that takes too long fails with words; the next test runs."""
    program = (
        "def f():\n    while True:\n        try:\n            pass\n        except Exception:\n            pass\n"
        "def g():\n    return 1"
    )
    source = (
        "def test_a(submission):\n    submission.expect('f').returns(1)\n"
        "def test_b(submission):\n    submission.get('f')()\n"
        "def test_c(submission):\n    submission.expect('g').returns(1)\n"
    )
    tests = by_name(check(program, source, timeout_s=0.2))

    assert tests["test_a"]["message"] == (
        "You called:   f()\nIt took longer than 0.2 seconds: is there a loop that never ends?"
    )
    assert tests["test_b"]["message"].startswith("Your code took longer than 0.2 seconds")
    assert tests["test_c"]["outcome"] == "passed"


@needs_alarm
def test_endless_import(check):
    """The import is not tried again for every test."""
    report = check("while True:\n    pass", CHECK, timeout_s=0.2)

    assert report["status"] == "error"
    assert report["error"]["name"] == "TimeLimitExceeded"
    assert report["ms"] < 3000


def test_sys_exit_in_a_call(check):
    """`sys.exit` ends neither the check nor us."""
    report = check(
        "import sys\ndef f():\n    sys.exit(2)",
        "def test_a(submission):\n    submission.expect('f').returns(1)",
    )

    assert "It raised:    SystemExit: 2" in report["tests"][0]["message"]


def test_stop(check):
    """Ctrl-C ends the check, and everything is put back."""
    place, path = os.getcwd(), sys.path[:]
    with pytest.raises(KeyboardInterrupt):
        check(
            "def f():\n    raise KeyboardInterrupt",
            "def test_a(submission):\n    submission.get('f')()",
        )

    assert os.getcwd() == place
    assert sys.path == path


def test_files_and_data(check):
    """The learner's other files can be imported, data files opened; nothing else lies there."""
    program = (
        "import os\nfrom part import value\n"
        "def read():\n    return open('numbers.txt').read(), sorted(os.listdir())"
    )
    source = (
        "def test_a(submission):\n"
        "    submission.expect('read').returns(('1\\n2\\n', ['numbers.txt', 'part.py', 'submission.py']))\n"
        "    assert submission.module.value == 7\n"
    )
    report = check(program, source, part__py="value = 7")

    assert report["status"] == "pass", report


def test_error_in_another_file(check):
    """Its frames are the learner's."""
    report = check("import part", CHECK, part__py="1 / 0")

    assert [frame["file"] for frame in report["error"]["frames"]] == ["submission.py", "part.py"]


def test_new_code_each_time(check):
    """The same names with other code, in all three places."""
    for number in range(3):
        report = check(
            f"from part import value\nx = {number}",
            f"def test_a(submission):\n    assert submission.get('x') == submission.get('value') == {number}",
            part__py=f"value = {number}",
        )
        assert report["status"] == "pass", report


def test_module_of_ours_with_the_same_name(check, monkeypatch):
    """A learner's file does not meet a loaded module of the same name, and that one is back afterwards."""
    ours = type(sys)("part")
    monkeypatch.setitem(sys.modules, "part", ours)

    assert (
        check(
            "from part import value",
            "def test_a(submission):\n    assert submission.get('value') == 7",
            part__py="value = 7",
        )["status"]
        == "pass"
    )
    assert sys.modules["part"] is ours


def test_pickle_and_dataclasses(check):
    """Classes of the program can be found by name."""
    program = (
        "import dataclasses, pickle\n@dataclasses.dataclass\nclass P:\n    x: int\n"
        "def copy(p):\n    return pickle.loads(pickle.dumps(p))"
    )

    assert (
        check(
            program,
            "def test_a(submission):\n    p = submission.get('P')(1)\n    assert submission.get('copy')(p) == p",
        )["status"]
        == "pass"
    )


def test_fifty_checks(check, tmp_path):
    """Nothing grows: modules, caches, files, import hooks."""
    import linecache

    check(DOUBLE, CHECK)
    gc.collect()
    before = (set(sys.modules), list(sys.meta_path), sys.path[:], set(linecache.cache), os.getcwd())
    for number in range(50):
        assert check(DOUBLE if number % 2 else "1 / 0", CHECK)["status"] == (
            "pass" if number % 2 else "error"
        )

    assert (
        set(sys.modules),
        list(sys.meta_path),
        sys.path[:],
        set(linecache.cache),
        os.getcwd(),
    ) == before
    assert [path for path in tmp_path.iterdir()] == []
    assert not hasattr(sys, "last_value")


def test_settings_around_us_do_not_matter(check, tmp_path, monkeypatch):
    """Neither ini files and conftests above the working directory nor the environment change a check."""
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (tmp_path / "conftest.py").write_text("raise RuntimeError\n")
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")

    assert check(DOUBLE, CHECK)["status"] == "pass"
    assert os.environ["PYTEST_ADDOPTS"] == "--no-such-option"


def test_changes_of_the_program_are_undone(check):
    """A program that changes the interpreter does not change it for us."""
    limit = sys.getrecursionlimit()
    report = check(
        "import os, sys\nsys.setrecursionlimit(3000)\nos.chdir('/')\nos.environ['MINE'] = '1'",
        CHECK,
    )

    assert report["status"] == "fail"
    assert sys.getrecursionlimit() == limit
    assert "MINE" not in os.environ
