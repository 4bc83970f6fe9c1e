"""Every note is seen on a real error, raised by real code."""

import pytest

from playground.notes import note_for

# Source and words of its note. Compiled and run for real, so that a new wording in CPython shows here.
CASES = {
    "colon": ("if 1\n    pass", "ends in a colon"),
    "open bracket": ("print((1, 2)", "This ( has no partner"),
    "closing bracket": ("print(1))", "This ) closes something"),
    "mixed brackets": ("print((1, 2])", "bracket opened with ("),
    "string": ("x = 'abc", "line ends before another quote"),
    "f-string": ("x = f'abc", "line ends before another quote"),
    "triple quotes": ("x = '''abc\n", "no three quotes end it"),
    "assignment in a condition": ("if x = 3:\n    pass", "To compare two objects write =="),
    "print statement": ("print 'a'", "print is a function"),
    "leading zero": ("x = 012", "without leading zeros"),
    "return": ("return 3", "body of a def"),
    "comma": ("x = [1 2]", "there is a comma"),
    "no block": ("def f():\nreturn 1", "belong to function definition on line 1"),
    "indent": ("x = 1\n    y = 2", "Take the extra spaces away"),
    "dedent": ("if 1:\n        x = 1\n    y = 2", "where no block begins"),
    "tabs": ("if 1:\n        x = 1\n\ty = 2", "four spaces everywhere"),
    "name": ("prin(1)", "Nothing is called prin here"),
    "local": ("n = 1\ndef f():\n    n = n + 1\nf()", "n is a name of the function's own"),
    "attribute of None": ("[2, 1].sort().reverse()", "What stands before .reverse is None"),
    "text and number": ("'a' + 1", "joins text with text"),
    "number and text": ("1 + 'a'", "what + means between int and str"),
    "None in a sum": ("1 + None", "One side of + is None"),
    "minus": ("'a' - 'b'", "what - means between str and str"),
    "call": ("x = 3\nx()", "this int can't be called"),
    "loop over None": ("for x in None:\n    pass", "This is None"),
    "loop over a number": ("for x in 5:\n    pass", "range(n)"),
    "index of a number": ("x = 5\nx[0]", "square brackets"),
    "text as index": ("[1]['a']", "square brackets"),
    "list as key": ("{[1]: 2}", "a list can"),
    "list in a set": ("{[1]}", "a list can"),
    "too many arguments": ("def f():\n    pass\nf(1)", "does not fit the function"),
    "too few arguments": ("def f(x):\n    pass\nf()", "does not fit the function"),
    "unknown argument": ("def f():\n    pass\nf(x=1)", "does not fit the function"),
    "change of text": ("s = 'abc'\ns[0] = 'x'", "A str never changes"),
    "index": ("[1][1]", "no item at this position"),
    "key": ("{'a': 1}['b']", "The dict has no key 'b'"),
    "int": ("int('a')", "text that is a whole number"),
    "int of a decimal": ("int('3.5')", "goes through float()"),
    "float": ("float('a')", "text that is a number"),
    "few values": ("a, b = [1]", "more names on the left"),
    "many values": ("a, b = [1, 2, 3]", "more items on the right"),
    "digits": ("str(10 ** 5000)", "more than 4300 digits"),
    "zero": ("1 / 0", "divided by 0"),
    "modulo zero": ("1 % 0", "divided by 0"),
    "module": ("import nothing_like_it", "no module nothing_like_it"),
    "module that only a machine has": (
        "raise ModuleNotFoundError(\"No module named 'tkinter'\", name='tkinter')",
        "not to the Python in this page",
    ),
    "recursion": ("def f():\n    return f()\nf()", "called itself"),
    "file": ("open('no-such.txt')", "no file 'no-such.txt'"),
    "input": ("raise EOFError('EOF when reading a line')", "none left"),
}


@pytest.mark.parametrize(("source", "words"), CASES.values(), ids=CASES)
def test_note(source: str, words: str):
    """The note says it in plain words."""
    with pytest.raises(Exception) as caught:
        exec(compile(source, "<case>", "exec", dont_inherit=True), {})
    note = note_for(caught.value)

    assert note is not None
    assert words in note
    assert len(note) < 300


@pytest.mark.parametrize(
    "error",
    [
        ValueError("mine"),
        RuntimeError("x"),
        AttributeError("x"),
        TypeError("mine"),
        KeyError(),
        KeyError(1, 2),
    ],
)
def test_no_note(error: Exception):
    """Where nothing is known there is nothing said."""
    assert note_for(error) is None


def test_broken_exception():
    """An exception that can't describe itself has no note, and does no harm."""

    class Broken(ValueError):
        def __str__(self):
            raise RuntimeError

    assert note_for(Broken()) is None


def test_a_message_that_explains_itself_needs_no_note():
    """Where the import's message already says why, there is nothing to add."""
    error = ModuleNotFoundError("No module named 'numpy': it needs the network.", name="numpy")

    assert note_for(error) is None
