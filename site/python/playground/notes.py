"""Plain words for the errors that beginners meet most; CPython's own message stays as it is.

One function a kind of error; each looks at the exception itself, and at its message only where the exception carries no
better sign. Nothing fits: no note.
"""

import re
import sys
from collections.abc import Callable

Note = Callable[[BaseException], str | None]


def note_for(error: BaseException) -> str | None:
    """One or two sentences about an exception, or None."""
    for kind, note in _NOTES:
        if isinstance(error, kind):
            try:
                return note(error)
            except (
                Exception
            ):  # a learner's class with a broken __str__: the traceback alone has to do
                return None
    return None


def _first(message: str, table: list[tuple[str, str]]) -> str | None:
    """The first sentence whose pattern is found, with the pattern's groups filled in."""
    for pattern, sentence in table:
        found = re.search(pattern, message)
        if found:
            return sentence.format(*found.groups())
    return None


def _tab(_error: BaseException) -> str:
    return "This block is indented with tabs in one line and with spaces in another. Use four spaces everywhere."


def _indentation(error: BaseException) -> str | None:
    return _first(
        str(error),
        [
            (
                r"expected an indented block after (.+?) on line (\d+)",
                "The lines that belong to {0} on line {1} have to be indented by four spaces below it.",
            ),
            (
                r"unexpected indent",
                "This line starts further right than the one before it, but no block begins here. "
                "Take the extra spaces away.",
            ),
            (
                r"unindent does not match",
                "This line starts at a column where no block begins. "
                "Put it exactly below the lines that it belongs to.",
            ),
        ],
    )


def _syntax(error: BaseException) -> str | None:
    return _first(
        str(error),
        [
            (
                r"expected ':'",
                "A line that opens a block (if, for, while, def, class, ...) ends in a colon.",
            ),
            (r"'(.)' was never closed", "This {0} has no partner that closes it."),
            (r"unmatched '(.)'", "This {0} closes something that was never opened."),
            (
                r"closing parenthesis '(.)' does not match opening parenthesis '(.)'",
                "The bracket opened with {1} has to be closed before {0} can come.",
            ),
            (
                r"unterminated (?:f-|t-)?string literal",
                "The text begins with a quote, and the line ends before another quote ends the text.",
            ),
            (
                r"unterminated triple-quoted",
                "The text begins with three quotes, and no three quotes end it.",
            ),
            (
                r"Maybe you meant '==' (?:or ':=' )?instead of '='",
                "A single = gives a name to an object. To compare two objects write ==.",
            ),
            (r"Missing parentheses in call to 'print'", "print is a function: print(...)"),
            (r"leading zeros in decimal", "A whole number is written without leading zeros."),
            (r"'return' outside function", "return only makes sense in the body of a def."),
            (r"'await' outside", "await works at the top of a cell and in an async def."),
            (
                r"Perhaps you forgot a comma",
                "Two things stand side by side with nothing between them. "
                "Between the items of a list or of a call there is a comma.",
            ),
        ],
    )


def _unbound_local(error: BaseException) -> str:
    name = getattr(error, "name", None) or _quoted(str(error)) or "this name"
    return (
        f"The function gives {name} a value somewhere, so {name} is a name of the function's own everywhere in it, "
        "and here it has no value yet. A name outside the function that is spelled the same is another one."
    )


def _name(error: BaseException) -> str:
    name = getattr(error, "name", None) or _quoted(str(error)) or "this"
    return (
        f"Nothing is called {name} here. Is it spelled the same everywhere, capital letters too, "
        "and has the line that defines it run before? Text needs quotes around it."
    )


def _attribute(error: BaseException) -> str | None:
    # An AttributeError made by hand has None for both.
    if getattr(error, "obj", False) is None and getattr(error, "name", None) is not None:
        return (
            f"What stands before .{getattr(error, 'name', '...')} is None. "
            "Often a function without return gave it: list.sort(), list.append() and print() return None."
        )
    return None


def _type(error: BaseException) -> str | None:
    return _first(
        str(error),
        [
            (
                r'can only concatenate str \(not "(\w+)"\) to str',
                "+ joins text with text only. Turn the other one into text with str(), or write an f-string.",
            ),
            (
                r"unsupported operand type\(s\) for (\S+?):? .*NoneType",
                "One side of {0} is None. Often a function without return gave it.",
            ),
            (
                r"unsupported operand type\(s\) for (\S+?): '(\w+)' and '(\w+)'",
                "Python does not know what {0} means between {1} and {2}. "
                "int() or float() makes a number of text that looks like one.",
            ),
            (
                r"'(\w+)' object is not callable",
                "Round brackets behind something call it, and this {0} can't be called. Was the name of a function "
                "given to something else, or is an operator missing before the bracket?",
            ),
            (
                r"'NoneType' object is not (iterable|subscriptable)",
                "This is None, so there is nothing in it. Often a function without return gave it.",
            ),
            (
                r"'(\w+)' object is not iterable",
                "A single {0} holds nothing that one could go through. For numbers from 0 up to n there is range(n).",
            ),
            (
                r"(?:object is not subscriptable|indices must be integers)",
                "What stands before the square brackets can't be asked for this item that way.",
            ),
            (
                r"unhashable type: '(\w+)'",
                "Keys of a dict and members of a set must not change, and a {0} can. "
                "A tuple can often take its place.",
            ),
            (
                r"(?:positional argument|required keyword-only argument|unexpected keyword argument)",
                "The call does not fit the function: compare the arguments with the names in the brackets of its def.",
            ),
            (
                r"'(\w+)' object does not support item assignment",
                "A {0} never changes. Build a new one with the parts that you want.",
            ),
        ],
    )


def _index(error: BaseException) -> str | None:
    if "index out of range" not in str(error):
        return None
    return "There is no item at this position. The first one is at 0, so the last of n items is at n - 1."


def _key(error: BaseException) -> str | None:
    if type(error) is not KeyError or len(error.args) != 1:
        return None
    return (
        f"The dict has no key {error.args[0]!r:.80}. Look at the keys it has with list(...), "
        "or use .get(key), which gives None instead."
    )


def _value(error: BaseException) -> str | None:
    return _first(
        str(error),
        [
            (
                r"invalid literal for int\(\) with base 10: '\s*[-+]?\d*\.\d*\s*'",
                "int() reads whole numbers only. Text with a decimal point goes through float().",
            ),
            (
                r"invalid literal for int\(\)",
                "int() needs text that is a whole number and nothing else.",
            ),
            (
                r"could not convert string to float",
                "float() needs text that is a number and nothing else.",
            ),
            (
                r"not enough values to unpack",
                "There are more names on the left of = than items on the right.",
            ),
            (
                r"too many values to unpack",
                "There are more items on the right of = than names on the left.",
            ),
            (
                r"Exceeds the limit \((\d+) digits\)",
                "Python turns numbers of more than {0} digits into text only if asked to: "
                "sys.set_int_max_str_digits() raises the limit. Computing with them has no limit.",
            ),
        ],
    )


def _zero(_error: BaseException) -> str:
    return "Something is divided by 0. Ask first whether the number below is 0."


def _module(error: BaseException) -> str | None:
    name = getattr(error, "name", None) or "this name"
    if str(error) != f"No module named {name!r}":
        return None  # The message itself says more, as for a package that needs the network.
    if name.partition(".")[0] in sys.stdlib_module_names:
        return (
            f"{name} belongs to Python, but not to the Python in this page. "
            "On your own machine this import works."
        )
    return (
        f"There is no module {name} here. Is it spelled right? "
        "A file of your own has to lie in the working directory."
    )


def _recursion(_error: BaseException) -> str:
    return (
        "A function called itself until there was no room left. "
        "Is there a case in which it returns without calling itself, and does every call come nearer to it?"
    )


def _file(error: BaseException) -> str:
    name = getattr(error, "filename", None)
    return (
        f"There is no file {name!r:.80} in the working directory. os.listdir() shows what there is."
    )


def _end_of_input(_error: BaseException) -> str:
    return "The program asked for a line of input and there was none left."


# The first that fits is taken, so subclasses stand before their bases.
_NOTES: list[tuple[type[BaseException], Note]] = [
    (TabError, _tab),
    (IndentationError, _indentation),
    (SyntaxError, _syntax),
    (UnboundLocalError, _unbound_local),
    (NameError, _name),
    (AttributeError, _attribute),
    (TypeError, _type),
    (IndexError, _index),
    (KeyError, _key),
    (ValueError, _value),
    (ZeroDivisionError, _zero),
    (ModuleNotFoundError, _module),
    (RecursionError, _recursion),
    (FileNotFoundError, _file),
    (EOFError, _end_of_input),
]


def _quoted(message: str) -> str | None:
    found = re.search(r"'([^']+)'", message)
    return found and found[1]
