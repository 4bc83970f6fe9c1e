"""Streams between a program and the page."""

import io

import pytest

from playground.errors import OutputLimitExceeded
from playground.streams import NO_MORE_LINES, LineInput, Output


@pytest.fixture
def written():
    """What reached the page."""
    return []


@pytest.fixture
def output(written):
    """Streams that write into that list."""
    return Output(lambda stream, text: written.append((stream, text)))


def test_order_of_both_streams_is_kept(output, written):
    """Pieces arrive at once and in order; the record joins neighbours."""
    record = output.begin(1000)
    print("a", file=output.stdout)
    print("b", file=output.stderr)
    print("c", file=output.stdout)

    assert "".join(text for _, text in written) == "a\nb\nc\n"
    assert record.chunks == [("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c\n")]
    assert record.text("stdout") == "a\nc\n"


def test_bytes_are_decoded_across_writes(output):
    """Half a character waits for its other half."""
    record = output.begin(1000)
    euro = "€".encode()
    output.stdout.buffer.write(euro[:2])
    output.stdout.buffer.write(memoryview(euro[2:]))

    assert record.text("stdout") == "€"


def test_half_a_character_at_the_end(output):
    """What stays incomplete is shown as the replacement character."""
    record = output.begin(1000)
    output.stdout.buffer.write("€".encode()[:1])
    output.end()

    assert record.text("stdout") == "\ufffd"


def test_limit_counts_both_streams(output):
    """What fits is written, then every write raises."""
    record = output.begin(5)
    output.stdout.write("abc")
    with pytest.raises(OutputLimitExceeded, match="more than 5 characters"):
        output.stderr.write("defg")
    with pytest.raises(OutputLimitExceeded):
        output.stdout.write("h")

    assert record.chunks == [("stdout", "abc"), ("stderr", "de")]


def test_limit_is_not_swallowed_by_except_exception():
    """A program that catches every Exception still ends."""
    assert not issubclass(OutputLimitExceeded, Exception)


def test_streams_survive_the_end_of_a_run(output, written):
    """Who kept a stream, as a logging handler does, still reaches the page."""
    output.begin(1000)
    output.end()
    output.stdout.write("late")
    record = output.begin(1000)
    output.stdout.write("next")

    assert written == [("stdout", "late"), ("stdout", "next")]
    assert record.text("stdout") == "next"


def test_closed_stream_is_made_anew(output):
    """A program may close its own streams, not those of the next one."""
    output.begin(1000)
    output.stdout.close()
    with pytest.raises(ValueError, match="closed"):
        output.stdout.write("x")
    output.end()
    record = output.begin(1000)
    output.stdout.write("y")

    assert record.text("stdout") == "y"


def test_looks_like_a_text_stream(output):
    """Attributes that programs ask for."""
    stream = output.stdout

    assert not stream.isatty()
    assert stream.writable()
    assert not stream.readable()
    assert stream.encoding == "utf-8"
    assert stream.name == "<stdout>"
    assert isinstance(stream, io.TextIOBase)
    with pytest.raises(io.UnsupportedOperation):
        stream.fileno()
    with pytest.raises(TypeError, match="must be str, not int"):
        stream.write(1)
    with pytest.raises(TypeError, match="bytes-like"):
        stream.buffer.write("text")


def test_lone_surrogates(output):
    """As on a machine: an error on stdout, escaped on stderr."""
    record = output.begin(1000)
    with pytest.raises(UnicodeEncodeError):
        output.stdout.write("\ud800")
    output.stderr.write("\ud800")
    output.stdout.reconfigure(errors="replace", encoding="utf-8")
    output.stdout.write("\ud800")

    assert record.chunks == [("stderr", "\\ud800"), ("stdout", "?")]


class Typist:
    """Gives lines, and counts how often it was asked."""

    def __init__(self, *lines):
        """Take the lines."""
        self.lines = list(lines)
        self.asked = 0

    def __call__(self):
        """Type the next line."""
        self.asked += 1
        return self.lines.pop(0)


def test_given_lines_come_first():
    """Nobody is asked while given lines are left, and both are echoed."""
    typist, echo = Typist("third"), []
    stdin = LineInput(typist, echo.append)
    stdin.feed("first\nsecond")

    assert [stdin.readline() for _ in range(3)] == ["first\n", "second\n", "third\n"]
    assert typist.asked == 1
    assert echo == ["first\n", "second\n", "third\n"]


def test_end_of_file():
    """Ctrl-D ends a loop over lines and a read of everything."""
    stdin = LineInput(Typist("a", "b", None))
    assert list(stdin) == ["a\n", "b\n"]

    stdin = LineInput(Typist("a", "b", None))
    assert stdin.read() == "a\nb\n"

    stdin = LineInput(Typist(None))
    assert stdin.readline() == ""


def test_part_of_a_line():
    """Sizes are kept, and the rest of a line is not lost."""
    stdin = LineInput(Typist("abcdef", "gh", None))

    assert stdin.readline(2) == "ab"
    assert stdin.read(3) == "cde"
    assert stdin.readline() == "f\n"
    assert stdin.readlines() == ["gh\n"]


def test_bytes_of_the_input():
    """`sys.stdin.buffer` gives the same lines as bytes."""
    stdin = LineInput(Typist("é" * 10, "b", None, None))

    assert stdin.buffer.readline() == "é".encode() * 10 + b"\n"
    assert stdin.buffer.read() == b"b\n"


def test_nobody_can_be_asked():
    """A line that is not there is one clear sentence; loops and reads just end."""
    stdin = LineInput(None)
    stdin.feed("only\n")

    assert stdin.readline() == "only\n"
    with pytest.raises(EOFError, match="input box"):
        stdin.readline()
    assert stdin.read() == ""
    assert list(stdin) == []
    assert "." in NO_MORE_LINES


def test_new_lines_replace_old_ones():
    """What one run did not read is not given to the next."""
    stdin = LineInput(lambda: None)
    stdin.feed("a\nb\n")
    assert stdin.readline(1) == "a"
    stdin.feed("c\n")

    assert stdin.read() == "c\n"
