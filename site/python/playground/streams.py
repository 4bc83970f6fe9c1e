"""Text streams for `sys.stdout`, `sys.stderr` and `sys.stdin` that talk to callables of the caller.

Writes go through at once; whoever shows them may batch. The objects live as long as their interpreter, so that what
keeps one (a logging handler, `from sys import stdout`) still works in the next run.
"""

import codecs
import io
from collections import deque
from collections.abc import Callable
from typing import Any

from playground.errors import OutputLimitExceeded
from playground.messages import Stream

NO_MORE_LINES = (
    "There is no line left to read. This browser can't wait for typing while a program runs: "
    "write all input lines into the input box before you press Run."
)


class Record:
    """What was written, in order.

    :ivar limit: Characters that may be written to both streams together.
    :ivar room: Characters that may still be written.
    """

    def __init__(self, limit: int) -> None:
        """Start empty."""
        self.limit = limit
        self.room = limit
        self._stream: Stream | None = None
        self._texts: list[str] = []
        self._pieces: list[tuple[Stream, list[str]]] = []

    def add(self, stream: Stream, text: str) -> None:
        """Append; text of the same stream joins the piece before it."""
        self.room -= len(text)
        if stream != self._stream:
            self._stream, self._texts = stream, []
            self._pieces.append((stream, self._texts))
        self._texts.append(text)

    @property
    def chunks(self) -> list[tuple[Stream, str]]:
        """Pieces in order, neighbours always of different streams."""
        return [(stream, "".join(texts)) for stream, texts in self._pieces]

    def text(self, stream: Stream) -> str:
        """All that one stream got."""
        return "".join(text for name, texts in self._pieces if name == stream for text in texts)


class Output:
    """Standard output and standard error of one interpreter.

    :param write: Gets every piece of text at once, in order.
    """

    def __init__(self, write: Callable[[Stream, str], object]) -> None:
        """Make both streams."""
        self._write = write
        self._record: Record | None = None
        self._make_streams()

    def _make_streams(self) -> None:
        self.stdout = TextStream(self.write, "stdout", "strict")
        self.stderr = TextStream(self.write, "stderr", "backslashreplace")

    def begin(self, limit: int) -> Record:
        """Record from now on; a stream that the program before closed is made anew."""
        if self.stdout.closed or self.stderr.closed:
            self._make_streams()
        self._record = Record(limit)
        return self._record

    def end(self) -> None:
        """Write out incomplete bytes and record no longer."""
        for stream in (self.stdout, self.stderr):
            if not stream.closed:
                stream.buffer.finish()
        self._record = None

    def write(self, stream: Stream, text: str) -> None:
        """Write and record.

        :raises OutputLimitExceeded: The limit is reached; what fits was written. Every later write raises again.
        """
        record = self._record
        if record is None:
            self._write(stream, text)
        elif len(text) <= record.room:
            record.add(stream, text)
            self._write(stream, text)
        else:
            self._write_what_fits(record, stream, text)

    def _write_what_fits(self, record: Record, stream: Stream, text: str) -> None:
        fits = text[: record.room]
        if fits:
            record.add(stream, fits)
            self._write(stream, fits)
        raise OutputLimitExceeded(record.limit)


class TextStream(io.TextIOBase):
    """One output stream; `buffer` takes UTF-8 bytes, also in the middle of a character."""

    encoding = "utf-8"
    newlines = None
    mode = "w"
    line_buffering = True
    write_through = True

    def __init__(self, write: Callable[[Stream, str], object], stream: Stream, errors: str) -> None:
        """Write to `write` under the name `stream`; `errors` says what to do with lone surrogates."""
        self._sink = write
        self._stream = stream
        self._errors = errors
        self.name = f"<{stream}>"
        self._buffer = ByteStream(self)

    @property
    def errors(self) -> str:  # type: ignore[override]
        """Name of the error handler."""
        return self._errors

    @property
    def buffer(self) -> "ByteStream":
        """Stream for bytes."""
        return self._buffer

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, text: str, /) -> int:
        """Write text; returns its length in characters."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if text:
            # As on a machine, lone surrogates have no bytes: an error on stdout, escaped on stderr.
            shown = text if text.isascii() else text.encode("utf-8", self._errors).decode("utf-8")
            self._sink(self._stream, shown)
        return len(text)

    def reconfigure(self, *, errors: str | None = None, **_unused: Any) -> None:
        """Take the settings of `TextIOWrapper.reconfigure`; encoding and buffering are fixed here."""
        if errors is not None:
            self._errors = errors


class ByteStream(io.BufferedIOBase):
    """The `buffer` of a text stream."""

    def __init__(self, text: TextStream) -> None:
        """Decode what comes and write it to `text`."""
        self._text = text
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.name = text.name
        self.mode = "wb"

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any, /) -> int:
        """Write bytes; returns how many. A character cut in two waits for its other half."""
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        taken = bytes(data)
        self._text.write(self._decoder.decode(taken))
        return len(taken)

    def finish(self) -> None:
        """Show half a character, if one is left, as the replacement character."""
        rest = self._decoder.decode(b"", True)
        self._decoder.reset()
        self._text.write(rest)


class LineInput(io.TextIOBase):
    """Standard input: lines given beforehand, then lines asked for.

    :param ask: Waits for a line without its newline; None is end of file. None instead of a callable means that
        waiting is impossible.
    :param echo: Gets each line with its newline, so that the output reads as in a terminal; None for a silent stream.
    """

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    name = "<stdin>"
    mode = "r"

    def __init__(
        self, ask: Callable[[], str | None] | None, echo: Callable[[str], object] | None = None
    ) -> None:
        """Start without lines."""
        self._ask = ask
        self._echo = echo
        self._lines: deque[str] = deque()
        self._rest = ""
        self._buffer = io.BufferedReader(_LineBytes(self))

    @property
    def buffer(self) -> io.BufferedIOBase:
        """The same input as bytes."""
        return self._buffer

    def readable(self) -> bool:
        """Yes."""
        return True

    def feed(self, lines: str | None) -> None:
        """Forget what is left from before and take these lines first."""
        self._rest = ""
        self._lines = deque(lines.splitlines()) if lines else deque()

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Read one line with its newline, `""` at the end of input."""
        return self._take_line(size, must=True)

    def __next__(self) -> str:  # type: ignore[override]
        """Iterate over lines; where no one can be asked, given lines just end."""
        line = self._take_line(-1, must=False)
        if not line:
            raise StopIteration
        return line

    def read(self, size: int | None = -1, /) -> str:
        """Read `size` characters, or all up to the end of input."""
        wanted = None if size is None or size < 0 else size
        parts: list[str] = []
        got = 0
        while wanted is None or got < wanted:
            part = self._take_line(-1 if wanted is None else wanted - got, must=False)
            if not part:
                break
            parts.append(part)
            got += len(part)
        return "".join(parts)

    def _take_line(self, size: int | None, must: bool) -> str:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        line = self._rest or self._next_line(must)
        end = len(line) if size is None or size < 0 else size
        self._rest = line[end:]
        return line[:end]

    def _next_line(self, must: bool) -> str:
        if self._lines:
            line: str | None = self._lines.popleft()
        elif self._ask is not None:
            line = self._ask()
        elif must:
            raise EOFError(NO_MORE_LINES)
        else:
            line = None
        if line is None:
            return ""
        if self._echo is not None:
            self._echo(line + "\n")
        return line + "\n"


class _LineBytes(io.RawIOBase):
    """Bytes of a `LineInput`, a line at a time."""

    def __init__(self, source: LineInput) -> None:
        self._source = source
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any, /) -> int:
        data = self._rest or self._source.readline().encode()
        room = len(target)
        self._rest = data[room:]
        target[: len(data[:room])] = data[:room]
        return len(data[:room])
