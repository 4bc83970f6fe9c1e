"""Checks of the tidied program: its names, its layout, and that it still works."""

import ast
import re

SNAKE_CASE = re.compile(r"_*[a-z][a-z0-9_]*")


def lower_names(tree):
    """Every name that PEP 8 wants in snake_case, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name, node.lineno, "function"
            for argument in node.args.args:
                yield argument.arg, argument.lineno, "argument"
            for inner in ast.walk(node):
                if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store):
                    yield inner.id, inner.lineno, "variable"
                if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store):
                    yield inner.attr, inner.lineno, "attribute"


def test_constant(submission):
    """The constant is written in capitals."""
    assert hasattr(submission.module, "MAX_SERVERS"), (
        "There is no MAX_SERVERS. Constants are written in capitals, words joined by underscores."
    )
    assert submission.module.MAX_SERVERS == 4, "MAX_SERVERS is no longer 4."


def test_class_name(submission):
    """The class has a PascalCase name."""
    classes = [node.name for node in ast.walk(submission.tree) if isinstance(node, ast.ClassDef)]

    assert classes == ["ServerGroup"], (
        f"Expected one class ServerGroup, found {', '.join(classes) or 'none'}. "
        "Class names are PascalCase."
    )


def test_snake_case(submission):
    """Functions, arguments, attributes and variables are snake_case."""
    bad = [
        f"line {line}: the {kind} {name}"
        for name, line, kind in lower_names(submission.tree)
        if not SNAKE_CASE.fullmatch(name)
    ]

    assert not bad, "Not snake_case yet:\n" + "\n".join(dict.fromkeys(bad))


def test_four_spaces(submission):
    """Every block is indented by four spaces."""
    blocks = [
        node.body[0]
        for node in ast.walk(submission.tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.If)
    ]
    lines = submission.source.splitlines()
    bad = [
        block.lineno
        for block in blocks
        if (len(lines[block.lineno - 1]) - len(lines[block.lineno - 1].lstrip())) % 4
        or "\t" in lines[block.lineno - 1][: block.col_offset]
    ]

    assert not bad, (
        f"Line {min(bad)} is not indented by a multiple of four spaces. "
        "PEP 8 indents every block by four."
    )


def test_short_lines(submission):
    """No line is longer than 79 characters."""
    bad = [n for n, line in enumerate(submission.source.splitlines(), 1) if len(line) > 79]

    assert not bad, (
        f"Line {bad[0]} is longer than 79 characters. "
        "What stands behind the colon of an if can go on a line of its own."
    )


def test_still_works(submission):
    """The program still does what it did."""
    group = submission.get("ServerGroup")("web")
    free_slots = submission.get("free_slots")

    assert free_slots(group) == 4, f"A new group has {free_slots(group)} free slots, expected 4."
    group.add_server("web-1")
    assert free_slots(group) == 3, f"With one server there are {free_slots(group)}, expected 3."
    assert group.server_names == ["web-1"], f"server_names is {group.server_names!r}."


def test_full_group_is_refused(submission):
    """A full group still refuses another server."""
    group = submission.get("ServerGroup")("web")
    for number in range(4):
        group.add_server(f"web-{number}")
    try:
        group.add_server("web-4")
    except ValueError as error:
        assert "web" in str(error), f"The message is {str(error)!r}. It should name the group."
    else:
        raise AssertionError("A fifth server was taken, although four is the maximum.")
