"""The browser's side of a running program, with a stand-in for the browser."""

import asyncio
import signal
from collections.abc import Iterator
from typing import Any

import pytest

from playground.errors import TimeLimitExceeded, WaitingImpossible
from playground.host import BATCH_CHARACTERS, BATCH_SENDINGS, Batch, Host, Waiting, entry


class Port:
    """Remembers what a program did, and has a Stop to take."""

    def __init__(self) -> None:
        """Nothing has happened."""
        self.done: list[tuple[Any, ...]] = []
        self.stop = False

    def takeStop(self) -> bool:
        """Whether Stop was pressed, once."""
        taken, self.stop = self.stop, False
        return taken

    def __getattr__(self, name: str) -> Any:
        """Take any other call, and remember it."""
        return lambda *arguments: self.done.append((name, *arguments)) or name


class Clock:
    """Time that only moves when told."""

    now = 1000.0

    def __call__(self) -> float:
        """Read it, seconds."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that the host reads."""
    clock = Clock()
    monkeypatch.setattr("playground.host.time.monotonic", clock)
    return clock


@pytest.fixture
def port() -> Port:
    """The page's end."""
    return Port()


@pytest.fixture
def host(port: Port) -> Iterator[Host]:
    """A host in a browser that can wait; signal handlers are put back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGUSR1)}
    yield Host(
        port, Waiting(True, lambda: True, lambda promise: promise, lambda seconds: None, "null")
    )
    for number, handler in before.items():
        signal.signal(number, handler)


def test_quiet_output_is_sent_at_once(clock: Clock) -> None:
    """A few writes go through one by one, so that nothing is stuck before a long call."""
    sent: list[str] = []
    batch = Batch(lambda stream, text: sent.append(text))
    for text in "abc":
        batch.write("stdout", text)

    assert sent == ["a", "b", "c"]


def test_a_flood_is_sent_in_batches(clock: Clock) -> None:
    """Many writes in a short time are collected, nothing is lost, and the next time span begins anew."""
    sent: list[str] = []
    batch = Batch(lambda stream, text: sent.append(text))
    for _ in range(1000):
        batch.write("stdout", "x")
    assert len(sent) == BATCH_SENDINGS
    clock.now += 1
    batch.write("stdout", "y")

    assert "".join(sent) == "x" * 1000 + "y"
    assert len(sent) == BATCH_SENDINGS + 1


def test_a_batch_has_a_longest_length(clock: Clock) -> None:
    """Much text is sent even within the time span."""
    sent: list[str] = []
    batch = Batch(lambda stream, text: sent.append(text))
    for _ in range(BATCH_SENDINGS + 3):
        batch.write("stdout", "x" * (BATCH_CHARACTERS // 2))

    assert sum(map(len, sent)) >= (BATCH_SENDINGS + 2) * BATCH_CHARACTERS // 2


def test_streams_are_not_mixed_in_a_batch(clock: Clock) -> None:
    """A change of the stream sends what the other one held."""
    sent: list[tuple[str, str]] = []
    batch = Batch(lambda stream, text: sent.append((stream, text)))
    for _ in range(BATCH_SENDINGS + 2):
        batch.write("stdout", "o")
    batch.write("stderr", "e")
    batch.flush()

    assert sent[-2:] == [("stdout", "oo"), ("stderr", "e")]


def test_tick_outside_of_a_program(host: Host, port: Port) -> None:
    """A tick where no learner's code is on the stack does nothing."""
    port.stop = True
    with host.program():
        host.on_tick(signal.SIGUSR1, None)

    assert ("turn",) not in port.done
    assert port.stop


def test_tick_in_a_program(host: Host, port: Port) -> None:
    """A tick lets messages in, and a Stop among them raises KeyboardInterrupt."""

    @entry
    def program() -> None:
        signal.raise_signal(signal.SIGUSR1)
        port.stop = True
        signal.raise_signal(signal.SIGUSR1)

    with pytest.raises(KeyboardInterrupt), host.program():
        program()
    assert port.done.count(("turn",)) == 2


def test_quiet(host: Host, port: Port) -> None:
    """Where nothing may be cut in two, a tick waits."""

    @entry
    def program() -> None:
        port.stop = True
        with host.quiet():
            signal.raise_signal(signal.SIGUSR1)

    with host.program():
        program()
    assert port.stop


def test_own_handler_of_a_program(host: Host, port: Port) -> None:
    """Stop calls the handler that a program has set for SIGINT."""
    seen: list[int] = []
    with host.program():
        signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
        port.stop = True
        host.check()

    assert seen == [signal.SIGINT]


def test_time_limit(host: Host, port: Port, clock: Clock) -> None:
    """The limit raises when its time is over, and again where that was swallowed; the page is told of it."""
    with host.program(), host.time_limit(2):
        clock.now += 1
        host.check()
        clock.now += 2
        for _ in range(2):
            with pytest.raises(TimeLimitExceeded):
                host.check()
            clock.now += 1
    host.check()

    assert [call for call in port.done if call[0] == "deadline"] == [
        ("deadline", 2),
        ("deadline", None),
        ("deadline", None),
    ]


def test_waiting_for_the_learner_does_not_count(host: Host, port: Port, clock: Clock) -> None:
    """Time spent in `input()` is added to the limit."""

    def line() -> str:
        clock.now += 100
        return "typed"

    port.line = line
    with host.program(), host.time_limit(2):
        assert host.ask() == "typed"
        host.check()


def test_end_of_input(host: Host, port: Port) -> None:
    """JavaScript's null is end of file."""
    port.line = lambda: "null"
    with host.program():
        assert host.ask() is None


def test_sleep_ends_with_a_limit(host: Host, port: Port, clock: Clock) -> None:
    """A long sleep is cut at the time limit, which then raises."""

    def pause(milliseconds: float) -> None:
        assert milliseconds == 2000
        clock.now += milliseconds / 1000

    port.pause = pause
    with pytest.raises(TimeLimitExceeded), host.program(), host.time_limit(2):
        host.sleep(600)


def test_asyncio_where_nothing_can_wait(port: Port) -> None:
    """Without JSPI asyncio is refused with words, and the coroutine is closed."""
    host = Host(port, Waiting(False, lambda: False, lambda promise: None, lambda seconds: None))
    loop = asyncio.new_event_loop()
    coroutine = asyncio.sleep(0)
    with pytest.raises(WaitingImpossible, match="can't wait"):
        host.run_until_complete(loop, coroutine)
    loop.close()

    assert coroutine.cr_frame is None
