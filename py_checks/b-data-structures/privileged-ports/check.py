"""Checks of privileged_ports."""

import ast


def test_one_flat_list(submission):
    """All ports come in one flat list of texts."""
    submission.expect("privileged_ports", [("ns-01", [53]), ("mx-01", [25, 587])]).returns(
        ["ns-01:53", "mx-01:25", "mx-01:587"],
        hint="Two fors in one pair of brackets give a flat list. The outer one stands first.",
    )


def test_only_below_1024(submission):
    """Ports from 1024 up are left out."""
    hint = "Below 1024: 1023 is in, 1024 is not."
    submission.expect("privileged_ports", [("a", [1023, 1024, 8080, 0])]).returns(
        ["a:1023", "a:0"], hint=hint
    )
    submission.expect("privileged_ports", [("a", [9090])]).returns([], hint=hint)


def test_empty_lists(submission):
    """A scan, or a host, with nothing gives nothing."""
    submission.expect("privileged_ports", []).returns([])
    submission.expect("privileged_ports", [("idle", []), ("b", [22])]).returns(["b:22"])


def test_order_stays(submission):
    """Hosts and ports keep the order of the scan."""
    submission.expect("privileged_ports", [("z", [443, 22]), ("a", [80])]).returns(
        ["z:443", "z:22", "a:80"], hint="Nothing is sorted, and the hosts are the outer loop."
    )


def test_is_a_comprehension(submission):
    """The list is built by a comprehension."""
    nodes = list(ast.walk(submission.tree))
    assert any(isinstance(node, ast.ListComp) for node in nodes), (
        "There is no list comprehension in your code. Move the value to the front, "
        "then the fors in their order, then the if."
    )
