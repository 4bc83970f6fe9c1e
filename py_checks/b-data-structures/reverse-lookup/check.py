"""Checks of reverse and who_has."""


def test_turned_around(submission):
    """Addresses become keys, hosts become values."""
    submission.expect("reverse", {"mx-01": "192.0.2.25", "ns-01": "192.0.2.53"}).returns(
        {"192.0.2.25": "mx-01", "192.0.2.53": "ns-01"}
    )
    submission.expect("reverse", {}).returns({})


def test_later_host_stays(submission):
    """Of two hosts with one address the later one stays."""
    submission.expect("reverse", {"old": "192.0.2.1", "new": "192.0.2.1"}).returns(
        {"192.0.2.1": "new"}, hint="Setting a key again replaces its value."
    )


def test_input_stays(submission):
    """The dict that was passed in is not changed."""
    addresses = {"mx-01": "192.0.2.25"}
    submission.get("reverse")(addresses)

    assert addresses == {"mx-01": "192.0.2.25"}, (
        f"After the call the dict was {addresses!r}. Build a new one."
    )


def test_known_address(submission):
    """A known address gives its host."""
    table = {"192.0.2.25": "mx-01", "192.0.2.53": "ns-01"}
    submission.expect("who_has", table, "192.0.2.53").returns("ns-01")


def test_unknown_address(submission):
    """An address that is not there gives "unknown"."""
    hint = "Brackets raise a KeyError for a missing key. get takes a default."
    submission.expect("who_has", {"192.0.2.25": "mx-01"}, "192.0.2.9").returns("unknown", hint=hint)
    submission.expect("who_has", {}, "192.0.2.9").returns("unknown", hint=hint)


def test_table_stays(submission):
    """Asking leaves the table as it is."""
    table = {"192.0.2.25": "mx-01"}
    submission.get("who_has")(table, "192.0.2.9")

    assert table == {"192.0.2.25": "mx-01"}, (
        f"After asking for 192.0.2.9 the table was {table!r}. setdefault puts the default in; "
        "another method only answers."
    )
