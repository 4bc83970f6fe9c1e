"""Checks of alert_level and hosts_text."""


def test_three_levels(submission):
    """Each of the three levels is reached."""
    hint = "The first condition that is true wins. Is a narrow one standing below a wide one?"
    submission.expect("alert_level", 99).returns("critical", hint=hint)
    submission.expect("alert_level", 87.5).returns("warning", hint=hint)
    submission.expect("alert_level", 12).returns("ok", hint=hint)


def test_borders_belong_to_the_worse(submission):
    """95 is critical and 80 is a warning."""
    hint = '"From 95 on" includes 95 itself.'
    submission.expect("alert_level", 95).returns("critical", hint=hint)
    submission.expect("alert_level", 94.9).returns("warning", hint=hint)
    submission.expect("alert_level", 80).returns("warning", hint=hint)
    submission.expect("alert_level", 79.9).returns("ok", hint=hint)


def test_nothing_measured(submission):
    """Nothing measured is unknown."""
    submission.expect("alert_level", None).returns(
        "unknown", hint="Ask for None before anything is compared."
    )


def test_zero_is_measured(submission):
    """An empty disk is ok."""
    submission.expect("alert_level", 0).returns(
        "ok", hint="0 is a measured value, but it is falsy. Ask `is None`, not for truth."
    )


def test_one_host_and_several(submission):
    """One is a host, all others are hosts."""
    submission.expect("hosts_text", 1).returns("1 host", hint="Only for 1 there is no s.")
    submission.expect("hosts_text", 3).returns("3 hosts")
    submission.expect("hosts_text", 0).returns("0 hosts", hint='It is "0 hosts", with an s.')
