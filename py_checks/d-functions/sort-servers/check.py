"""Checks of by_urgency and busiest."""


def server(name, site, load):
    """Make a server."""
    return {"name": name, "site": site, "load": load}


FLEET = [
    server("web-02", "lon", 1.5),
    server("web-01", "lon", 1.5),
    server("db-01", "lon", 10.5),
    server("mail-01", "ber", 0.2),
    server("cache-01", "ber", 4.0),
]


def names(submission, servers):
    """Names in the order that by_urgency gives."""
    got = submission.get("by_urgency")(servers)
    assert isinstance(got, list), f"by_urgency returned {got!r}, expected a list of servers."
    return [one["name"] for one in got]


def test_sites_first(submission):
    """The sites come from a to z."""
    got = names(submission, [server("b", "lon", 1.0), server("a", "ber", 2.0)])
    assert got == ["a", "b"], f"A server in ber belongs before one in lon, and the order was {got}."


def test_highest_load_first(submission):
    """Inside a site the highest load comes first."""
    servers = [server("a", "ber", 2.0), server("b", "ber", 10.0), server("c", "ber", 0.5)]
    got = names(submission, servers)
    assert got == ["b", "a", "c"], (
        f"Loads of a 2.0, b 10.0 and c 0.5 in one site gave the order {got}. "
        "Expected: ['b', 'a', 'c']"
    )


def test_names_last(submission):
    """Where site and load are equal, the name decides."""
    got = names(submission, FLEET)
    assert got == ["cache-01", "mail-01", "db-01", "web-01", "web-02"], (
        f"The order was {got}. web-01 and web-02 have the same site and load, "
        "so web-01 belongs first. Only the load is turned around."
    )


def test_list_is_left_alone(submission):
    """The list that was passed keeps its order."""
    servers = list(FLEET)
    got = submission.get("by_urgency")(servers)
    assert servers == FLEET and got is not servers, (
        "The list that was passed has changed. sorted() makes a new one, .sort() does not."
    )


def test_busiest(submission):
    """The busiest server is the one with the highest load."""
    submission.expect("busiest", FLEET).returns(FLEET[2])
    submission.expect("busiest", FLEET[:2]).returns(
        FLEET[0], hint="With equal loads the first one counts."
    )


def test_nobody(submission):
    """Without servers nobody is the busiest."""
    submission.expect("busiest", []).returns(None, hint="max has a parameter for this: default.")
