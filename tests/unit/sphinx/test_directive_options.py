"""Option lines at the head of a directive."""

import pytest

from groundwork_sphinx.directive_options import lines, seconds, split_options
from groundwork_sphinx.findings import AuthorMistake


def test_body_only():
    """Without options all lines are the body."""
    head = split_options(["x = 1", ":y: z"])

    assert (head.values, head.body, head.body_line) == ({}, ["x = 1", ":y: z"], 0)


def test_lines_are_counted():
    """Options and body know their lines; blank lines around the body are dropped."""
    head = split_options([":name: a", ":hide-output:", "", "x = 1", "", "y = 2", ""])

    assert head.values == {"name": "a", "hide-output": ""}
    assert head.lines == {"name": 0, "hide-output": 1}
    assert (head.body, head.body_line) == (["x = 1", "", "y = 2"], 3)


def test_block_value():
    """Indented lines below `|` are one value; blank lines inside and deeper indentation stay."""
    head = split_options([":stdin: |", "   one", "", "     two", ":name: a", "x = 1"])

    assert head.values == {"stdin": "one\n\n  two\n", "name": "a"}
    assert (head.body, head.body_line) == (["x = 1"], 5)


def test_block_ends_at_blank_line():
    """A blank line before the body belongs to neither."""
    head = split_options([":stdin: |", "   one", "", "x = 1"])

    assert head.values == {"stdin": "one\n"}
    assert head.body == ["x = 1"]


def test_option_given_twice():
    """The second of two equal options is the mistake."""
    with pytest.raises(AuthorMistake) as caught:
        split_options([":name: a", ":name: b"])

    assert caught.value.line == 1


@pytest.mark.parametrize("text", ["0", "-1", "601", "nan", "inf", ""])
def test_impossible_seconds(text: str):
    """A time limit is a finite number of seconds that somebody would wait."""
    with pytest.raises(ValueError, match="number of seconds"):
        seconds(text)


def test_scripted_lines_end():
    """Each scripted line ends in a newline, a single one too, and an empty one counts."""
    assert [lines("a"), lines("a\nb\n"), lines("")] == ["a\n", "a\nb\n", "\n"]
