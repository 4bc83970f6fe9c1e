"""Checks of open_port and with_port."""


def test_open_port_changes_the_callers_list(submission):
    """open_port changes the list of the caller."""
    ports = [22, 80]
    submission.get("open_port")(ports, 443)

    assert ports == [22, 80, 443], (
        f"After open_port(ports, 443) the caller's list is {ports!r}, expected [22, 80, 443]. "
        "ports = ... inside the function only ties your own name to a new list."
    )


def test_open_port_returns_none(submission):
    """open_port returns None, as functions that change things do."""
    submission.expect("open_port", [22], 80).returns(
        None, hint="A function that changes its argument returns nothing, so nobody expects a copy."
    )


def test_with_port_returns_the_longer_list(submission):
    """with_port returns a list with the port at its end."""
    submission.expect("with_port", [22, 80], 443).returns(
        [22, 80, 443], hint="append returns None. Return the list itself."
    )
    submission.expect("with_port", [], 22).returns([22])


def test_with_port_leaves_the_callers_list(submission):
    """with_port leaves the list of the caller alone."""
    ports = [22, 80]
    longer = submission.get("with_port")(ports, 443)

    assert ports == [22, 80], (
        f"After with_port(ports, 443) the caller's list is {ports!r}. "
        "append and += change the very list that the caller holds."
    )
    assert longer is not ports, "with_port returned the caller's own list, not a new one."
