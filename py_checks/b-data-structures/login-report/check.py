"""Checks of login_report."""

LINES = [
    "ok kim 192.0.2.1",
    "failed lee 192.0.2.9",
    "failed lee 192.0.2.1",
    "ok kim 192.0.2.1",
    "failed max 192.0.2.1",
    "failed lee 192.0.2.9",
    "ok lee 192.0.2.9",
]


def part(submission, key, lines):
    """One entry of the report; the lines come as a stream, as they do at work."""
    report = submission.get("login_report")(line for line in lines)
    assert isinstance(report, dict), f"login_report returned {report!r}. Expected: a dict."
    assert key in report, f"The report has the keys {sorted(report)}, and no {key!r}."
    return report[key]


def test_addresses(submission):
    """The addresses are a set."""
    got = part(submission, "addresses", LINES)
    assert got == {"192.0.2.1", "192.0.2.9"}, (
        f"The addresses were {got!r}. Expected the set of 192.0.2.1 and 192.0.2.9."
    )


def test_failures(submission):
    """Failed logins are counted for each user who has some."""
    got = part(submission, "failures", LINES)
    assert got == {"lee": 3, "max": 1}, (
        f"The failures were {got!r}. Expected 3 of lee and 1 of max. kim had none, so kim is not there."
    )


def test_users(submission):
    """Each address has its users, each once, in the order of first appearance."""
    got = part(submission, "users", LINES)
    assert got == {"192.0.2.1": ["kim", "lee", "max"], "192.0.2.9": ["lee"]}, (
        f"The users were {got!r}. Expected kim, lee, max (in this order, as a list) for 192.0.2.1, "
        "and lee for 192.0.2.9."
    )


def test_plain_dicts(submission):
    """Counts and users are plain dicts."""
    for key in ("failures", "users"):
        got = part(submission, key, LINES)
        assert type(got) is dict, (
            f"The entry {key!r} is a {type(got).__name__}. Hand on a plain dict: dict(...) makes one."
        )


def test_last_three(submission):
    """The last three lines are a list, the oldest first."""
    got = part(submission, "last", LINES)
    assert got == LINES[-3:], f"The last lines were {got!r}. Expected: {LINES[-3:]!r}"

    got = part(submission, "last", LINES[:2])
    assert got == LINES[:2], f"Of two lines the last three were {got!r}. Expected both."


def test_empty_stream(submission):
    """No lines make an empty report."""
    empty = {"addresses": set(), "failures": {}, "users": {}, "last": []}
    for key, expected in empty.items():
        got = part(submission, key, [])
        assert got == expected, (
            f"Without lines the entry {key!r} was {got!r}, expected {expected!r}."
        )
