"""Checks of sum_odd_squares."""

import ast


def test_up_to_100(submission):
    """Up to 100 it is 166,650, and 100 is the default."""
    submission.expect("sum_odd_squares", 100).returns(166650, hint="Only odd numbers count.")
    submission.expect("sum_odd_squares").returns(166650, hint="The limit is 100 if none is given.")


def test_odd_limit_is_included(submission):
    """An odd limit is included."""
    hint = "The limit itself is odd here, so it counts. range leaves its stop out."
    submission.expect("sum_odd_squares", 5).returns(35, hint=hint)
    submission.expect("sum_odd_squares", 1).returns(1, hint=hint)
    submission.expect("sum_odd_squares", 6).returns(35)


def test_nothing_to_add(submission):
    """Without odd numbers the sum is 0."""
    submission.expect("sum_odd_squares", 0).returns(0)
    submission.expect("sum_odd_squares", -7).returns(0)


def test_form(submission):
    """A generator expression stands inside sum, and no list is made."""
    nodes = list(ast.walk(submission.tree))
    lists = [node.lineno for node in nodes if isinstance(node, ast.ListComp | ast.List)]
    lists += [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("list", "tuple", "sorted")
    ]
    assert not lists, (
        f"Line {lists[0]} makes a list or a tuple. With the square brackets left out it is a generator expression."
    )
    sums = [
        node
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sum"
    ]
    assert any(isinstance(argument, ast.GeneratorExp) for node in sums for argument in node.args), (
        "There is no sum(...) with a generator expression inside in your code."
    )
