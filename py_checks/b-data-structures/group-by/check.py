"""Checks of group_by."""

from copy import deepcopy

ROWS = [
    {"name": "mx", "rack": 7, "os": "debian"},
    {"name": "ns", "rack": 3, "os": "alpine"},
    {"name": "db", "rack": 7, "os": "alpine"},
    {"name": "lb", "rack": None, "os": "debian"},
]


def grouped(submission, key, rows=ROWS):
    """Names of each group; the rows are a copy, so that a test can't spoil them for the next."""
    groups = submission.get("group_by")(deepcopy(rows), key)
    assert isinstance(groups, dict), f"group_by(rows, {key!r}) returned {groups!r}, not a dict."
    for value, members in groups.items():
        assert isinstance(members, list) and all(isinstance(row, dict) for row in members), (
            f"The group {value!r} was {members!r}. Expected: a list of whole rows."
        )
    return {value: [row.get("name") for row in members] for value, members in groups.items()}


def test_groups_have_all_rows(submission):
    """Each group has all of its rows, in their order."""
    got = grouped(submission, "rack")
    assert got == {7: ["mx", "db"], 3: ["ns"], None: ["lb"]}, (
        f"Grouped by rack, the names were {got!r}. Expected: mx and db in 7, ns in 3, lb in None. "
        "A row joins the list of its group, also when rows of other groups stand between."
    )


def test_any_field(submission):
    """The rows can be grouped by any field."""
    got = grouped(submission, "os")
    assert got == {"debian": ["mx", "lb"], "alpine": ["ns", "db"]}, (
        f"Grouped by os, the names were {got!r}. Expected: mx and lb in debian, ns and db in alpine."
    )
    assert grouped(submission, "os", []) == {}, "No rows should make an empty dict."


def test_rows_are_whole(submission):
    """The groups hold the whole rows, with the field by which they are grouped."""
    groups = submission.get("group_by")(deepcopy(ROWS), "os")
    assert groups["alpine"] == [ROWS[1], ROWS[2]], (
        f"The group alpine was {groups['alpine']!r}. Expected the rows as they came, all fields included."
    )


def test_input_stays(submission):
    """Rows and list are not changed."""
    rows = deepcopy(ROWS)
    submission.get("group_by")(rows, "rack")

    assert rows == ROWS, (
        f"After the call the rows were {rows!r}. Only look at a row: pop, sort and del change it."
    )


def test_plain_dict(submission):
    """What comes back is a plain dict."""
    groups = submission.get("group_by")(deepcopy(ROWS), "os")
    assert type(groups) is dict, (
        f"You returned a {type(groups).__name__}. Whoever asks it for a missing key adds that key. "
        "dict(...) makes a plain one."
    )
