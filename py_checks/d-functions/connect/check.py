"""Checks of the signature of connect."""


def test_defaults(submission):
    """Port, timeout and tls may be left out."""
    submission.expect("connect", "db-01", user="app").returns(
        "app@db-01:5432 tls=True timeout_s=10",
        hint="port, timeout_s and tls need the defaults of the table.",
    )


def test_port_either_way(submission):
    """The port is given by position or by name."""
    wanted = "app@db-02:6432 tls=True timeout_s=10"
    submission.expect("connect", "db-02", 6432, user="app").returns(wanted)
    submission.expect("connect", "db-02", port=6432, user="app").returns(wanted)


def test_options_by_name(submission):
    """The options are given by name, in any order."""
    submission.expect("connect", "db-03", tls=False, timeout_s=0.5, user="ro").returns(
        "ro@db-03:5432 tls=False timeout_s=0.5"
    )


def test_options_refused_by_position(submission):
    """An option by position is a TypeError."""
    hint = "Only host and port may stand without a name. A * ends what is given by position."
    submission.expect("connect", "db-01", 5432, "app").raises(TypeError, hint=hint)
    submission.expect("connect", "db-01", 5432, 30, user="app").raises(TypeError, hint=hint)


def test_host_refused_by_name(submission):
    """The host by name is a TypeError."""
    submission.expect("connect", host="db-01", user="app").raises(
        TypeError, hint="A / behind a parameter makes it positional-only."
    )


def test_user_is_required(submission):
    """Without a user there is a TypeError."""
    submission.expect("connect", "db-01").raises(
        TypeError, hint="A parameter without a default must be given, also after the *."
    )


def test_host_is_required(submission):
    """Without a host there is a TypeError."""
    submission.expect("connect", user="app").raises(TypeError)


def test_unknown_option_refused(submission):
    """An option that is not in the table is a TypeError."""
    submission.expect("connect", "db-01", user="app", timeout=3).raises(
        TypeError, hint="With **kwargs a misspelt option would be swallowed."
    )
