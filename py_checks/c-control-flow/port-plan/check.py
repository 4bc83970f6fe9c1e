"""Checks of port_plan."""


def test_ports_go_up(submission):
    """Each service gets its own port."""
    submission.expect("port_plan", ["login", "search", "mail"], 8000, 10).returns(
        ["1. login: 8000", "2. search: 8010", "3. mail: 8020"],
        hint="The first service is number 1 and has the first port itself.",
    )
    submission.expect("port_plan", ["a", "b"], 443, 1).returns(["1. a: 443", "2. b: 444"])


def test_steps_down_and_zero(submission):
    """The step may be negative, or 0."""
    hint = "The step is only added, again and again. It may be any whole number."
    submission.expect("port_plan", ["a", "b", "c"], 9000, -2).returns(
        ["1. a: 9000", "2. b: 8998", "3. c: 8996"], hint=hint
    )
    submission.expect("port_plan", ["a", "b"], 80, 0).returns(["1. a: 80", "2. b: 80"], hint=hint)


def test_nobody(submission):
    """Without services there are no lines."""
    submission.expect("port_plan", [], 8000, 10).returns([])


def test_same_name_twice(submission):
    """Two services of the same name get two ports."""
    submission.expect("port_plan", ["web", "web"], 80, 1).returns(
        ["1. web: 80", "2. web: 81"],
        hint="index() finds the first place of a name. Count while you walk.",
    )


def test_anything_that_can_be_walked(submission):
    """The services may be the keys of a dict, or come from a generator."""
    hint = "Not everything has places and a length. Walk over it with for, and let enumerate count."
    submission.expect("port_plan", {"login": "anna", "mail": "ben"}, 8000, 1).returns(
        ["1. login: 8000", "2. mail: 8001"], hint=hint
    )
    submission.expect("port_plan", (name for name in ["x", "y"]), 5, 5).returns(
        ["1. x: 5", "2. y: 10"], hint=hint
    )
