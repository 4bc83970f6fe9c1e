"""Checks of rows_to_dicts."""


def test_a_dict_for_each_row(submission):
    """Each row becomes a dict."""
    submission.expect(
        "rows_to_dicts", ["host", "port"], [["web-01", 443], ["db-01", 5432]]
    ).returns([{"host": "web-01", "port": 443}, {"host": "db-01", "port": 5432}])
    submission.expect("rows_to_dicts", ["a", "b", "c"], [(1, 2, 3)]).returns(
        [{"a": 1, "b": 2, "c": 3}]
    )


def test_no_rows(submission):
    """No rows make an empty list."""
    submission.expect("rows_to_dicts", ["host"], []).returns([])


def test_a_short_row(submission):
    """A row with too few values is a ValueError."""
    submission.expect("rows_to_dicts", ["host", "port"], [["web-01", 443], ["db-01"]]).raises(
        ValueError, hint="zip stops at the shortest and says nothing, unless you say strict=True."
    )


def test_a_long_row(submission):
    """A row with too many values is a ValueError."""
    submission.expect("rows_to_dicts", ["host", "port"], [["web-01", 443, "up"]]).raises(
        ValueError, hint="Values beyond the last column would be lost."
    )


def test_header_is_walked_again(submission):
    """The header serves for all rows."""
    submission.expect("rows_to_dicts", ("n",), [[1], [2], [3]]).returns(
        [{"n": 1}, {"n": 2}, {"n": 3}],
        hint="Is the header an iterator in your code? Then it is used up after the first row.",
    )
