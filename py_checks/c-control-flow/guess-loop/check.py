"""Checks of the guess loop, by feeding it lines."""

import re

REPLY = re.compile(r"too low|too high|no number|gave up|found after \d+ guess")


def expect_replies(submission, lines, expected, hint=""):
    """Fail unless the program replies so to these lines, in this order, and ends well."""
    outcome = submission.run(stdin="".join(f"{line}\n" for line in lines))
    shown = ", ".join(repr(line) for line in lines) or "none, the input ended at once"
    told = f"Answers given: {shown}\n"
    if outcome.error is not None:
        name, text = type(outcome.error).__name__, str(outcome.error)
        ended = f"Your program ended with {name}: {text}\n\n"
        if isinstance(outcome.error, EOFError):
            ended += "The input was at its end when it asked once more.\n\n"
        raise AssertionError(f"{told}{ended}{outcome.traceback}")
    replies = REPLY.findall(outcome.stdout)
    if replies != expected:
        wanted = ", ".join(re.sub(r"(\d+ guess)$", r"\1es", reply) for reply in expected)
        printed = outcome.stdout.rstrip() or "nothing"
        raise AssertionError(f"{told}Expected: {wanted}\nIt printed:\n{printed}\n\n{hint}")


def test_found_at_once(submission):
    """The right port ends the program."""
    expect_replies(
        submission,
        ["8443", "1"],
        ["found after 1 guess"],
        "Nothing may come after the right port. Is there a break?",
    )


def test_low_and_high(submission):
    """Guesses that are too low and too high are told apart."""
    expect_replies(
        submission,
        ["80", "9000", "8442", "8444", "8443"],
        ["too low", "too high", "too low", "too high", "found after 5 guess"],
        "Every number counts as a guess, and the loop goes on until the port is found.",
    )


def test_bad_input(submission):
    """What is no whole number is refused, and not counted."""
    expect_replies(
        submission,
        ["abc", "", "80.5", "8443"],
        ["no number", "no number", "no number", "found after 1 guess"],
        "Bad input is answered with `no number` and doesn't count as a guess.",
    )


def test_spaces_and_signs(submission):
    """Spaces around a number do no harm, and a negative number is a number."""
    expect_replies(
        submission,
        ["  -5 ", " 8443 "],
        ["too low", "found after 2 guess"],
        "`int` takes spaces and signs, so let `int` decide what is a number.",
    )


def test_input_ends(submission):
    """The end of the input ends the program."""
    hint = "At its end the input stays at its end: say `gave up` once, and leave the loop."
    expect_replies(submission, ["80"], ["too low", "gave up"], hint)
    expect_replies(submission, [], ["gave up"], hint)
