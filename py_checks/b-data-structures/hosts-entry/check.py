"""Checks of read_entry."""


def entry_of(submission, line):
    """The entry of a line, after making sure that it has the three fields."""
    entry = submission.get("read_entry")(line)
    fields = getattr(entry, "_fields", None)
    assert fields is not None, (
        f"read_entry({line!r}) returned {entry!r}, which is no named tuple. "
        'Make one with namedtuple("Entry", [...]).'
    )
    assert fields == ("address", "name", "aliases"), (
        f"The fields of your Entry are {fields}. Expected: address, name, aliases."
    )
    return entry


def test_fields_by_name(submission):
    """Address and name can be reached by their names."""
    entry = entry_of(submission, "192.0.2.7 gate-01 gw")
    assert (entry.address, entry.name) == ("192.0.2.7", "gate-01"), (
        f"'192.0.2.7 gate-01 gw' made {entry!r}."
    )


def test_aliases(submission):
    """All further names are aliases, however many there are."""
    for rest in [["www"], ["www", "intranet"], ["a", "b", "c", "d"], []]:
        line = " ".join(["10.1.0.4", "web-07", *rest])
        aliases = entry_of(submission, line).aliases
        assert list(aliases) == rest, (
            f"{line!r} gave the aliases {aliases!r}, expected {tuple(rest)!r}. "
            "A starred name takes the rest, be it empty."
        )


def test_entry_is_hashable(submission):
    """An entry can be an element of a set."""
    entry = entry_of(submission, "10.1.0.4 web-07 www")
    assert isinstance(entry.aliases, tuple), (
        f"The aliases were {entry.aliases!r}, a {type(entry.aliases).__name__}. "
        "A tuple with a list in it has no hash, so make a tuple of the rest."
    )
    assert len({entry, entry_of(submission, "10.1.0.4 web-07 www")}) == 1, (
        "Two entries of the same line count as two in a set."
    )


def test_white_space(submission):
    """Tabs, several spaces and the line's end do no harm."""
    line = "  10.1.0.9\tdb-07   \t db\n"
    entry = entry_of(submission, line)
    assert tuple(entry) == ("10.1.0.9", "db-07", ("db",)), (
        f"{line!r} made {entry!r}. split() without an argument cuts at any white space."
    )


def test_comment(submission):
    """What follows a # does not count."""
    for line in ["10.1.0.9 db-07 db # old one", "10.1.0.9 db-07 db# old # one"]:
        entry = entry_of(submission, line)
        assert tuple(entry) == ("10.1.0.9", "db-07", ("db",)), (
            f"{line!r} made {entry!r}. Cut the comment off before you split."
        )
