"""Checks of parse_command."""

import ast


def test_quit(submission):
    """Two words end the game, if they stand alone."""
    submission.expect("parse_command", "quit").returns(("quit",))
    submission.expect("parse_command", "exit").returns(
        ("quit",), hint='An or-pattern takes both: "quit" | "exit".'
    )
    submission.expect("parse_command", "quit now").returns(("unknown", "quit now"))


def test_go(submission):
    """One can go in four directions."""
    for direction in ["north", "south", "east", "west"]:
        submission.expect("parse_command", f"go {direction}").returns(("go", direction))
    hint = "Only the four directions are known. A bare name in a pattern fits every word."
    submission.expect("parse_command", "go upstairs").returns(("unknown", "go upstairs"), hint=hint)
    submission.expect("parse_command", "go").returns(("unknown", "go"))
    submission.expect("parse_command", "go north west").returns(("unknown", "go north west"))


def test_get_items(submission):
    """One item or several can be picked up."""
    submission.expect("parse_command", "get lamp").returns(
        ("get", ["lamp"]), hint="The items are a list, also if it is only one."
    )
    submission.expect("parse_command", "get lamp fan rail").returns(
        ("get", ["lamp", "fan", "rail"])
    )


def test_get_nothing(submission):
    """A lone get is unknown."""
    submission.expect("parse_command", "get").returns(
        ("unknown", "get"), hint="A starred name fits nothing at all, too: the list is empty then."
    )


def test_get_all(submission):
    """Get all is a command of its own."""
    submission.expect("parse_command", "get all").returns(
        ("get-all",), hint="The first case that fits wins. Does a more general one stand above?"
    )
    submission.expect("parse_command", "get all cables").returns(("get", ["all", "cables"]))


def test_root_key_is_refused(submission):
    """The root key is refused, alone and among others."""
    hint = (
        "A guard that says no passes the line on to the cases below. "
        "The refusal needs a case of its own, above the general one."
    )
    submission.expect("parse_command", "get root-key").returns(("refused", "root-key"), hint=hint)
    submission.expect("parse_command", "get lamp root-key").returns(
        ("refused", "root-key"), hint=hint
    )
    submission.expect("parse_command", "get root-key lamp fan").returns(
        ("refused", "root-key"), hint=hint
    )
    submission.expect("parse_command", "get root-keyring").returns(
        ("get", ["root-keyring"]), hint="A keyring is another item. Compare whole words."
    )


def test_anything_else(submission):
    """Other lines are unknown, and come back as they were typed."""
    submission.expect("parse_command", "dance").returns(("unknown", "dance"))
    submission.expect("parse_command", "").returns(("unknown", ""))
    submission.expect("parse_command", "  look  around ").returns(
        ("unknown", "  look  around "), hint="The line comes back unchanged, with its spaces."
    )


def test_spaces(submission):
    """Spaces around and between words don't matter."""
    submission.expect("parse_command", "  go   west ").returns(("go", "west"))
    submission.expect("parse_command", "get\tlamp   fan\n").returns(("get", ["lamp", "fan"]))


def test_uses_match(submission):
    """The line is taken apart with match."""
    assert any(isinstance(node, ast.Match) for node in ast.walk(submission.tree)), (
        "There is no match in your code. This exercise is about it."
    )
