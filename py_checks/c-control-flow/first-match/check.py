"""Checks of first_match."""

import ast


def starts_with_db(host):
    """Whether it is a database."""
    return host.startswith("db")


def is_small(number):
    """Whether a number is below 5."""
    return number < 5


def test_first_of_several(submission):
    """The first item that fits is returned, not the last."""
    submission.expect("first_match", ["web-01", "db-01", "db-02"], starts_with_db, "none").returns(
        "db-01", hint="After the first hit the loop has to stop."
    )


def test_default(submission):
    """Without a hit the default is returned."""
    submission.expect("first_match", ["web-01"], starts_with_db, "none").returns("none")
    submission.expect("first_match", [], starts_with_db, 7).returns(7)
    submission.expect("first_match", ["web-01"], starts_with_db).returns(None)


def test_falsy_item(submission):
    """An item that fits may be falsy."""
    submission.expect("first_match", [9, 0, 3], is_small, 99).returns(
        0, hint="0 fits. Whether something was found is another question than whether it is true."
    )
    submission.expect("first_match", [8, None, 3], lambda item: item is None, "none").returns(
        None, hint='Here None itself fits. It can\'t mean "nothing found" at the same time.'
    )


def test_looks_no_further(submission):
    """Items behind the first hit are not looked at."""
    asked = []

    def predicate(item):
        asked.append(item)
        return item == "b"

    submission.get("first_match")(iter("abcd"), predicate)

    assert asked == ["a", "b"], (
        f"Searching for b in a, b, c, d, your function asked the predicate about {', '.join(asked)}. "
        "It should have stopped at b, and asked once about each."
    )


def test_uses_loop_else(submission):
    """The loop has an else."""
    loops = [node for node in ast.walk(submission.tree) if isinstance(node, ast.For)]

    assert any(loop.orelse for loop in loops), (
        "No for loop in your code has an else. It stands under the for, with the same indentation."
    )
    assert any(isinstance(node, ast.Break) for node in ast.walk(submission.tree)), (
        "There is no break in your code, so the else of a loop is not needed: "
        "it would run in any case."
    )
