"""Checks of top_words."""

from pathlib import Path


def file_of(name, text):
    """Write a log for one test; its name shows in the messages."""
    Path(name).write_text(text, encoding="utf-8", newline="")
    return name


def test_counts_words(submission):
    """The most common word comes first, with its count."""
    path = file_of("three-lines.log", "up down up\ndown up\nreset\n")
    submission.expect("top_words", path).returns([("up", 3), ("down", 2), ("reset", 1)])


def test_only_n(submission):
    """No more than n pairs come back, and 10 if nothing is said."""
    path = file_of("letters.log", " ".join("abcdefghijklm"))
    submission.expect("top_words", path, 2).returns([("a", 1), ("b", 1)])
    submission.expect("top_words", path, n=1).returns([("a", 1)])
    submission.expect("top_words", path).satisfies(
        lambda value: len(value) == 10, "a list of 10 pairs", hint="Without n it is ten."
    )


def test_ties(submission):
    """Equally common words come in the order of their first appearance."""
    path = file_of("ties.log", "zulu alpha\nmike alpha zulu\nmike echo\n")
    submission.expect("top_words", path).returns(
        [("zulu", 2), ("alpha", 2), ("mike", 2), ("echo", 1)],
        hint="A Counter remembers which word came first, and most_common keeps that order.",
    )


def test_lower_case(submission):
    """Upper and lower case make no difference."""
    path = file_of("case.log", "Timeout TIMEOUT timeout\n")
    submission.expect("top_words", path).returns([("timeout", 3)], hint="lower() makes them equal.")


def test_punctuation(submission):
    """Punctuation at the ends is dropped, inside a word it stays."""
    path = file_of("marks.log", "(db-01), db-01: 'db-01' --- * web/web-01.\n")
    submission.expect("top_words", path).returns(
        [("db-01", 3), ("web/web-01", 1)],
        hint="strip works on both ends only. A word of which nothing is left does not count.",
    )


def test_letters_of_all_alphabets(submission):
    """Words in any alphabet are counted."""
    path = file_of("letters-of-all.log", "größe Größe сервер 東京 сервер größe")
    submission.expect("top_words", path).returns(
        [("größe", 3), ("сервер", 2), ("東京", 1)],
        hint="Every character that is no punctuation belongs to the word.",
    )


def test_no_final_newline(submission):
    """The last line counts, with or without a newline at its end."""
    path = file_of("no-newline.log", "ok\nok\nlast ok last")
    submission.expect("top_words", path).returns([("ok", 3), ("last", 2)])


def test_empty_file(submission):
    """An empty file has no words."""
    submission.expect("top_words", file_of("empty.log", "")).returns([])
    submission.expect("top_words", file_of("blank.log", "\n \n")).returns([])


def test_the_syslog(submission):
    """The log that came with the exercise is counted in the same way."""
    submission.expect("top_words", "syslog", 4).returns(
        [("nov", 32), ("22", 32), ("gate-01", 32), ("from", 10)]
    )
