"""Checks of the program that the linter complained about: its form, and that it works."""

import ast


def imported(tree):
    """Give every imported name, with the line of its import, in their order."""
    return [
        ((alias.asname or alias.name).split(".")[0], node.lineno)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]


def used(tree):
    """Give every name that some line reads."""
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }


def test_still_works(submission):
    """load_hosts still returns the names without spaces."""
    submission.expect("load_hosts", '["web-01 ", " db-01"]').returns(["web-01", "db-01"])
    submission.expect("load_hosts", "[]").returns([])


def test_null_gives_no_hosts(submission):
    """A JSON null gives an empty list."""
    submission.expect("load_hosts", "null").returns(
        [], hint="json.loads makes None of null. Which line runs before the test for None?"
    )


def test_imports(submission):
    """Every import is used (F401), and they are sorted (I001)."""
    names = imported(submission.tree)
    unused = [f"line {line}: {name}" for name, line in names if name not in used(submission.tree)]
    assert not unused, "F401, imported and never used:\n" + "\n".join(unused)

    order = [name for name, _ in names]
    assert order == sorted(order), (
        f"I001: the imports come in the order {', '.join(order)}. Sort them by name."
    )


def test_variables(submission):
    """Every variable is used (F841)."""
    stored = [
        node
        for node in ast.walk(submission.tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    unused = [
        f"line {node.lineno}: {node.id}" for node in stored if node.id not in used(submission.tree)
    ]

    assert not unused, "F841, set and never used:\n" + "\n".join(unused)


def test_none_is_tested_with_is(submission):
    """None is tested with `is` (E711)."""
    bad = [
        node.lineno
        for node in ast.walk(submission.tree)
        if isinstance(node, ast.Compare)
        for operator, right in zip(node.ops, node.comparators, strict=True)
        if isinstance(operator, ast.Eq | ast.NotEq)
        and any(
            isinstance(side, ast.Constant) and side.value is None for side in (node.left, right)
        )
    ]

    assert not bad, f"E711: line {bad[0]} compares with None by == or !=. Write is or is not."


def test_not_silenced(submission):
    """The findings are mended, not silenced."""
    assert "noqa" not in submission.source.lower(), (
        "A comment with noqa tells the linter to look away. The finding is still true."
    )
