"""What checks see of a program, and the sentences they speak."""

import ast
import sys

import pytest

from playground.errors import CheckSetupError, ExpectationFailed, SubmissionBroken
from playground.submission import Submission
from playground.workspace import workspace

PROGRAM = '''
"""Program of a learner."""
import sys

LIMIT = 3

def double(number):
    """Twice."""
    return number * 2

def shout(text):
    print(text.upper())

def answer():
    print(42)

def add(item, items=[]):
    items.append(item)
    return items

def todo(x):
    """Not yet."""
    ...

def fail():
    raise ValueError("no such host")

def yes():
    return True

class Odd:
    def __repr__(self):
        raise RuntimeError

if __name__ == "__main__":
    name = input("Name? ")
    print("Hello", name, *sys.argv[1:])
    if name == "quit":
        sys.exit(3)
    if name == "bye":
        sys.exit("gone")
    if name == "fail":
        fail()
'''


@pytest.fixture
def open_submission(tmp_path):
    """Make submissions whose files lie in fresh directories."""
    from contextlib import ExitStack

    with ExitStack() as stack:

        def make(source=PROGRAM, **files):
            named = {
                "submission.py": source,
                **{name.replace("__", "."): text for name, text in files.items()},
            }
            return Submission(named, stack.enter_context(workspace(named, tmp_path)))

        yield make


@pytest.fixture
def submission(open_submission):
    """The program above."""
    return open_submission()


def failure(act) -> str:
    """What the learner reads."""
    with pytest.raises(ExpectationFailed) as caught:
        act()
    return str(caught.value)


def test_imported_once_and_late(open_submission):
    """Nothing runs before a check asks; then it runs once."""
    submission = open_submission(
        "print('imported')\nimport sys\nprint('oops', file=sys.stderr)\nx = []"
    )
    assert not submission.was_imported

    assert submission.module.x is submission.get("x")
    assert submission.was_imported
    assert submission.stdout == "imported\n"
    assert submission.stderr == "oops\n"
    assert submission.error is None
    assert submission.module.__name__ == "submission"
    assert sys.modules["submission"] is submission.module


def test_source_and_tree(submission):
    """For checks where the form matters."""
    assert submission.source == PROGRAM
    assert isinstance(submission.tree, ast.Module)
    assert submission.files == {"submission.py": PROGRAM}


def test_name_that_is_missing(submission):
    """Says so, with a name that is near."""
    assert failure(lambda: submission.get("triple")) == "Your code does not define `triple` yet."
    assert "It does define `double`" in failure(lambda: submission.expect("doubel", 1))


def test_name_that_is_no_function(submission):
    """Says what it is."""
    assert (
        failure(lambda: submission.expect("LIMIT"))
        == "`LIMIT` should be a function, and in your code it is 3."
    )


def test_returns(submission):
    """Right values pass and can be used further."""
    outcome = submission.expect("double", 4).returns(8)

    assert outcome.value == 8
    submission.expect("double", 0.1).returns(pytest.approx(0.2))


def test_returned_something_else(submission):
    """Called, returned, expected, hint."""
    text = failure(lambda: submission.expect("double", 2).returns(5, hint="Twice."))

    assert text == "You called:   double(2)\nIt returned:  4\nExpected:     5\n\nTwice."


def test_arguments_as_they_were(submission):
    """A function that changes its arguments does not change what is shown."""
    items = [1]
    text = failure(lambda: submission.expect("add", 2, items=items).returns([]))

    assert text.startswith("You called:   add(2, items=[1])\nIt returned:  [1, 2]\n")


def test_long_arguments_are_cut(submission):
    """A long list does not fill the page, and a broken repr does no harm."""
    assert len(failure(lambda: submission.expect("double", list(range(10_000))).returns(1))) < 1000
    odd = submission.get("Odd")()
    assert "Odd object whose repr() raised" in failure(
        lambda: submission.expect("yes", odd).returns(1)
    )


def test_true_is_not_one(submission):
    """`True == 1` in Python, and a check still tells them apart."""
    assert "It returned:  True\nExpected:     1" in failure(
        lambda: submission.expect("yes").returns(1)
    )
    submission.expect("yes").returns(True)


def test_raised_instead(submission):
    """The exception, and the learner's traceback below."""
    text = failure(lambda: submission.expect("fail").returns(1, hint="Catch it."))

    assert text.startswith(
        "You called:   fail()\nIt raised:    ValueError: no such host\nExpected:     1\n\nCatch it.\n\nTraceback"
    )
    assert '  File "submission.py", line 26, in fail\n' in text


def test_raises(submission):
    """Kind and text of an exception; subclasses count."""
    assert str(submission.expect("fail").raises(Exception).error) == "no such host"
    submission.expect("fail").raises((KeyError, ValueError), match="such h.st")

    assert "Expected:     KeyError" in failure(lambda: submission.expect("fail").raises(KeyError))
    assert "a text like 'port'" in failure(
        lambda: submission.expect("fail").raises(ValueError, match="port")
    )
    text = failure(lambda: submission.expect("double", 1).raises(ValueError))
    assert "It returned:  2\nExpected:     ValueError" in text


def test_prints(submission):
    """Printed text is compared without spaces at the ends of lines."""
    submission.expect("shout", "hi").prints("HI")
    submission.expect("double", 1).prints("")

    assert "It printed:   HI\nExpected:     Hi" in failure(
        lambda: submission.expect("shout", "hi").prints("Hi")
    )
    assert "It printed:   nothing" in failure(lambda: submission.expect("double", 1).prints("2"))
    text = failure(lambda: submission.expect("shout", "a\nb\nc").prints("A\nX\nC"))
    assert "It printed:\n    A\n    B\n    C\nExpected:\n    A\n    X\n    C" in text
    assert "Line 2 is the first that differs." in text
    assert "It raised:" in failure(lambda: submission.expect("fail").prints("x"))


def test_prints_instead_of_returning(submission):
    """Recognised by itself."""
    assert "Hand the answer back with return" in failure(
        lambda: submission.expect("answer").returns(42)
    )
    assert "Hand the answer back" not in failure(lambda: submission.expect("answer").returns(43))


def test_returns_instead_of_printing(open_submission):
    """Recognised by itself."""
    submission = open_submission("def hello():\n    return 'hello'")

    assert "Here it should print" in failure(lambda: submission.expect("hello").prints("hello\n"))


def test_body_that_is_not_written(submission):
    """An untouched starter gets no hint about a mistake that nobody made."""
    text = failure(lambda: submission.expect("todo", 1).returns(2, hint="Mind the sign."))

    assert "`todo` has no body yet" in text
    assert "Mind the sign" not in text


def test_satisfies(submission):
    """Any condition, said in words."""
    submission.expect("double", 3).satisfies(lambda value: value > 5, "more than 5")

    text = failure(
        lambda: submission.expect("double", 1).satisfies(lambda value: value > 5, "more than 5")
    )
    assert "Expected:     more than 5" in text


def test_output_reaches_the_test(submission, capsys):
    """What a call prints is also seen by the streams around."""
    submission.expect("shout", "hi")

    assert capsys.readouterr().out == "HI\n"


def test_broken_import(open_submission):
    """The exception is kept, and everything that needs the module says so."""
    submission = open_submission("x = 1\ny = x / 0")

    with pytest.raises(SubmissionBroken, match="ZeroDivisionError") as caught:
        submission.get("x")
    assert isinstance(caught.value.cause, ZeroDivisionError)
    assert isinstance(submission.error, ZeroDivisionError)


def test_program_that_ends_itself(open_submission):
    """`sys.exit()` at the end is no error, `sys.exit(1)` is one."""
    assert open_submission("import sys\nx = 1\nsys.exit()").get("x") == 1
    with pytest.raises(SubmissionBroken):
        open_submission("import sys\nsys.exit(1)").get("x")


def test_run_as_main(submission):
    """A fresh run with input and arguments, which leaves the imported module alone."""
    module = submission.module
    run = submission.run("Ada\n", argv=["-v"]).prints("Name? Hello Ada -v")

    assert run.error is None
    assert run.exit_code == 0
    assert sys.modules["submission"] is module
    assert sys.modules["__main__"].__dict__.get("LIMIT") is None


def test_ends_of_a_run(submission):
    """Exit codes, texts of `sys.exit`, exceptions: as on a command line."""
    run = submission.run("quit")
    assert (run.exit_code, run.stderr) == (3, "")
    assert isinstance(run.error, SystemExit)
    run = submission.run("bye")
    assert (run.exit_code, run.stderr) == (1, "gone\n")
    run = submission.run("fail")
    assert isinstance(run.error, ValueError)
    assert run.stderr.startswith("Traceback") and "submission.py" in run.stderr
    assert isinstance(submission.run("").error, EOFError)


def test_message_of_a_run(submission):
    """Says what was run."""
    text = failure(lambda: submission.run("Bob").prints("Hello Ada"))

    assert text.startswith(
        "You ran:      your program with the input 'Bob'\nIt printed:   Name? Hello Bob\n"
    )


def test_run_has_fresh_modules(open_submission):
    """Other files of the learner start anew in each run; the check's own view keeps its modules."""
    submission = open_submission(
        "import tally\ntally.count += 1\nprint(tally.count)", tally__py="count = 0\n"
    )
    assert submission.module.tally.count == 1

    submission.run().prints("1")
    submission.run().prints("1")
    assert submission.module.tally.count == 1
    assert sys.modules["tally"] is submission.module.tally


def test_run_changes_nothing_outside(submission, open_submission):
    """What a program does to the interpreter is undone."""
    changing = open_submission(
        "import os, sys\nos.environ['MINE'] = '1'\nsys.setrecursionlimit(4000)\n"
    )
    limit = sys.getrecursionlimit()
    changing.run()

    import os

    assert "MINE" not in os.environ
    assert sys.getrecursionlimit() == limit


def test_main_file_must_be_there(tmp_path):
    """An error of ours, said in words."""
    with pytest.raises(CheckSetupError, match=r"needs a file submission\.py"):
        Submission({"other.py": ""}, tmp_path)


def test_paths_stay_inside(tmp_path):
    """Names of files can't lead out of the working directory."""
    for name in ("../x.py", "/x.py", ""):
        with pytest.raises(CheckSetupError), workspace({name: ""}, tmp_path):
            pass
    assert list(tmp_path.iterdir()) == []
