"""Checks of unique_ips."""

from pathlib import Path


def file_of(name, text):
    """Write a log for one test; its name shows in the messages."""
    Path(name).write_text(text, encoding="utf-8", newline="")
    return name


def test_is_a_set(submission):
    """A set comes back, with each address once."""
    path = file_of("thrice.log", "from 192.0.2.7 to 192.0.2.8\n192.0.2.7 again\n192.0.2.7\n")
    submission.expect("unique_ips", path).returns(
        {"192.0.2.7", "192.0.2.8"}, hint="A set holds each value once. add puts one in."
    )


def test_punctuation_around(submission):
    """Punctuation may be stuck to an address."""
    for line, address in [
        ("peer (192.0.2.1), gone", "192.0.2.1"),
        ("[192.0.2.2]:443 open", "192.0.2.2"),
        ("SRC=192.0.2.3;DST", "192.0.2.3"),
        ("reach http://192.0.2.4/api", "192.0.2.4"),
        ("lost 192.0.2.5.", "192.0.2.5"),
        ('"192.0.2.6": 5', "192.0.2.6"),
    ]:
        path = file_of("marks.log", line + "\n")
        submission.expect("unique_ips", path).returns(
            {address}, hint=f"The only line of that file is: {line}"
        )


def test_two_in_one_word(submission):
    """Two addresses may stand with only a sign between them."""
    path = file_of("pair.log", "192.0.2.1->192.0.2.9 192.0.2.3,192.0.2.4\n")
    submission.expect("unique_ips", path).returns(
        {"192.0.2.1", "192.0.2.9", "192.0.2.3", "192.0.2.4"},
        hint="Its only line is: 192.0.2.1->192.0.2.9 192.0.2.3,192.0.2.4",
    )


def test_numbers_up_to_255(submission):
    """Each number is at most 255."""
    path = file_of("range.log", "0.0.0.0 255.255.255.255 256.1.1.1 1.1.1.300 999.1.1.1\n")
    submission.expect("unique_ips", path).returns(
        {"0.0.0.0", "255.255.255.255"}, hint="From 0 to 255, both included."
    )


def test_four_numbers(submission):
    """Three numbers or five are no address, not even in part."""
    path = file_of("versions.log", "kernel 6.12.57, agent 1.2.3.4.5 and 1.2.3 or 10.20.30.40.50.\n")
    submission.expect("unique_ips", path).returns(
        set(), hint="Its only line is: kernel 6.12.57, agent 1.2.3.4.5 and 1.2.3 or 10.20.30.40.50."
    )


def test_empty_parts(submission):
    """Dots alone, or side by side, make no address."""
    path = file_of("dots.log", "wait... 1..2.3 1.2..3 .... 192.0.2.77\n")
    submission.expect("unique_ips", path).returns(
        {"192.0.2.77"}, hint="Its only line is: wait... 1..2.3 1.2..3 .... 192.0.2.77"
    )


def test_other_alphabets(submission):
    """Letters and digits of other alphabets do no harm."""
    path = file_of("alphabets.log", "größe ²³ 東京 von 192.0.2.50 für jörg ١.٢.٣.٤\n")
    submission.expect("unique_ips", path).satisfies(
        lambda value: value == {"192.0.2.50"},
        "{'192.0.2.50'}",
        hint="isdigit() is true for other digits than 0 to 9 as well.",
    )


def test_empty_and_no_final_newline(submission):
    """An empty file gives an empty set, and the last line needs no newline."""
    submission.expect("unique_ips", file_of("empty.log", "")).returns(
        set(), hint="The empty set is set(). {} is an empty dict."
    )
    submission.expect("unique_ips", file_of("short.log", "up\nfrom 192.0.2.9")).returns(
        {"192.0.2.9"}
    )


def test_the_syslog(submission):
    """The log that came with the exercise has 12 addresses."""
    submission.expect("unique_ips", "syslog").satisfies(
        lambda value: isinstance(value, set) and len(value) == 12, "a set of 12 addresses"
    )
