"""Checks of the guess loop, by feeding it lines."""

import re

REPLY = re.compile(r"too low|too high|no number|gave up|found after \d+ guess")


def replies(submission, *lines):
    """What the program replies to these lines, in order; it must end well."""
    stdin = "".join(f"{line}\n" for line in lines)
    outcome = submission.run(stdin=stdin)
    shown = ", ".join(repr(line) for line in lines) or "no line at all"
    if outcome.error is not None:
        name, text = type(outcome.error).__name__, str(outcome.error)
        raise AssertionError(
            f"With the answers {shown} your program ended with {name}: {text}\n\n{outcome.traceback}"
        )
    return REPLY.findall(outcome.stdout), f"The answers were {shown}.\nYour program printed:\n{outcome.stdout}"


def test_found_at_once(submission):
    """The right port ends the program."""
    got, told = replies(submission, "8443", "1")
    assert got == ["found after 1 guess"], (
        f"{told}\nExpected `found after 1 guesses`, and nothing after it. Is there a break?"
    )


def test_low_and_high(submission):
    """Guesses that are too low and too high are told apart."""
    got, told = replies(submission, "80", "9000", "8442", "8444", "8443")
    assert got[:4] == ["too low", "too high", "too low", "too high"], (
        f"{told}\nExpected too low, too high, too low, too high, and then found."
    )
    assert got[4:] == ["found after 5 guess"], (
        f"{told}\nExpected `found after 5 guesses` at the end."
    )


def test_bad_input(submission):
    """What is no whole number is refused, and not counted."""
    got, told = replies(submission, "abc", "", "80.5", "8443")
    assert got[:3] == ["no number"] * 3, (
        f"{told}\nExpected `no number` for `abc`, for the empty line and for `80.5`."
    )
    assert got[3:] == ["found after 1 guess"], (
        f"{told}\nExpected `found after 1 guesses`: bad input doesn't count as a guess."
    )


def test_spaces_and_signs(submission):
    """Spaces around a number do no harm, and a negative number is a number."""
    got, told = replies(submission, "  -5 ", " 8443 ")
    assert got == ["too low", "found after 2 guess"], (
        f"{told}\nExpected `too low` and `found after 2 guesses`. `int` takes spaces and signs."
    )


def test_input_ends(submission):
    """The end of the input ends the program."""
    got, told = replies(submission, "80")
    assert got == ["too low", "gave up"], f"{told}\nExpected `too low` and then `gave up`, once."
    got, told = replies(submission)
    assert got == ["gave up"], f"{told}\nExpected `gave up`, once."
