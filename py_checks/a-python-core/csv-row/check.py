"""Checks of csv_row."""

import ast


def grows_text(node):
    """Whether a statement is `line += ...` or `line = line + ...`; adding to a list or a count is well."""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
        return not isinstance(node.value, ast.List | ast.ListComp) and not is_number(node.value)
    if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.BinOp):
        return False
    first = node.value
    while isinstance(first, ast.BinOp) and isinstance(first.op, ast.Add):
        right, first = first.right, first.left
        if isinstance(right, ast.List | ast.ListComp) or is_number(right):
            return False
    target = node.targets[0]
    return isinstance(target, ast.Name) and isinstance(first, ast.Name) and first.id == target.id


def is_number(node):
    """Whether a number is written there."""
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def test_commas_between_values(submission):
    """Commas stand between the values, not after the last one."""
    hint = "A comma belongs between two values. After the last one there is none."
    submission.expect("csv_row", ["web-1", "up"]).returns("web-1,up", hint=hint)
    submission.expect("csv_row", ["web-1"]).returns("web-1", hint=hint)
    submission.expect("csv_row", []).returns("", hint=hint)


def test_numbers_become_text(submission):
    """Numbers and truth values are turned into text."""
    submission.expect("csv_row", ["web-1", 8, 0.5, True, 0]).returns(
        "web-1,8,0.5,True,0", hint="join takes text only: turn each value into text with str()."
    )


def test_none_is_an_empty_field(submission):
    """None becomes an empty field."""
    submission.expect("csv_row", ["web-1", None, 8]).returns(
        "web-1,,8", hint="Nothing stands between the two commas for None."
    )
    submission.expect("csv_row", [None, None]).returns(",")


def test_all_letters_survive(submission):
    """Letters of every alphabet stay as they are."""
    submission.expect("csv_row", ["Zürich", "Łódź", "東京", "🙂"]).returns(
        "Zürich,Łódź,東京,🙂", hint="Python text holds every letter. Nothing needs to be encoded."
    )


def test_values_stay_as_they_were(submission):
    """The list that was passed in is not changed."""
    values = ["web-1", None, 8]
    submission.get("csv_row")(values)

    assert values == ["web-1", None, 8], f"After the call the list was {values!r}."


def test_built_with_join(submission):
    """The line is built with join, not by adding to a text."""
    calls = [node.func for node in ast.walk(submission.tree) if isinstance(node, ast.Call)]
    joins = [func for func in calls if isinstance(func, ast.Attribute) and func.attr == "join"]
    adds = [node.lineno for node in ast.walk(submission.tree) if grows_text(node)]

    assert not adds, (
        f"Line {adds[0]} builds the text by adding to it, which copies it again at every step. "
        "Collect the parts and join them once."
    )
    assert joins, 'Your code does not call join. Try ",".join(...).'
