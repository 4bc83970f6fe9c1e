"""Checks of parse, slower_than and worst_paths."""

from itertools import islice

GOOD = {"time": "08:00:01", "method": "GET", "path": "/login", "ms": 1840}


def counted(items, taken):
    """Yield items and note each one that was taken."""
    for item in items:
        taken.append(item)
        yield item


def stage(submission, name, *arguments):
    """What a stage made, as an iterator."""
    made = submission.get(name)(*arguments)
    assert made is not None, f"{name}(...) gave None. Is there a yield in it?"
    return iter(made)


def test_parse_good_line(submission):
    """A good line becomes a dict."""
    got = list(stage(submission, "parse", ["08:00:01 GET /login 1840"]))
    assert got == [GOOD], (
        f"For the line '08:00:01 GET /login 1840', parse yields {got}. Expected [{GOOD}]."
    )
    assert type(got[0]["ms"]) is int, "The milliseconds should be an int."


def test_parse_passes_over_bad_lines(submission):
    """Bad lines are passed over, and good ones after them still come."""
    lines = [
        "",
        "08:00:02 worker restarted",
        "08:00:03 GET / fast",
        "08:00:03 GET / 12 extra",
        "08:00:04 GET / 1.5",
        "08:00:01 GET /login 1840\n",
    ]
    got = list(stage(submission, "parse", lines))
    assert got == [GOOD], (
        f"For five bad lines and then a good one, parse yields {got}. Expected only the last line. "
        "A line is good if it has four words and the last is all digits."
    )


def test_slower_than(submission):
    """Only what took longer than the limit goes through."""
    records = [{"path": path, "ms": ms} for path, ms in [("/a", 499), ("/b", 500), ("/c", 501)]]
    got = list(stage(submission, "slower_than", 500, records))
    assert got == [records[2]], (
        f"Of 499, 500 and 501 ms, slower_than(500, ...) yields {got}. "
        "Expected the last one: 500 is not more than 500."
    )


def test_slower_than_compares_numbers(submission):
    """A long number is more than a short one."""
    lines = ["08:00:01 GET /a 1000", "08:00:02 GET /b 90"]
    submission.expect("worst_paths", lines, 100, 5).returns(
        [("/a", 1)], hint='As text "1000" comes before "90". Milliseconds have to be numbers.'
    )


def test_stages_are_lazy(submission):
    """The stages take one item at a time."""
    taken = []
    lines = [f"08:00:{n:02} GET /{n} {n}00" for n in range(10)]
    records = stage(submission, "parse", counted(lines, taken))
    assert not taken, "parse took lines before anybody had asked for a record. Use yield."
    next(records)
    assert len(taken) == 1, (
        f"For its first record parse took {len(taken)} lines. One was enough, as it was good."
    )
    taken.clear()
    source = counted([{"path": "/", "ms": n} for n in range(10)], taken)
    slow = list(islice(stage(submission, "slower_than", 2, source), 2))
    assert [record["ms"] for record in slow] == [3, 4], f"The first two above 2 were {slow}."
    assert len(taken) == 5, (
        f"For the records with 3 and 4, slower_than took {len(taken)} records. Five were enough."
    )


def test_worst_paths(submission):
    """Paths come with their counts, the most frequent first."""
    lines = [
        "08:00:01 GET /a 900",
        "08:00:02 GET /b 900",
        "08:00:03 GET /fast 5",
        "08:00:04 GET /c 2000",
        "08:00:05 POST /b 901",
        "08:00:06 GET /c 2000",
        "08:00:07 GET /fast 6",
        "08:00:08 GET /fast 7",
    ]
    expect = submission.expect("worst_paths", lines, 500, 9)
    expect.returns(
        [("/b", 2), ("/c", 2), ("/a", 1)],
        hint="Count slow requests only. Equal counts stay in the order in which they were first seen.",
    )
    submission.expect("worst_paths", lines, 500, 1).returns([("/b", 2)], hint="At most n tuples.")
    submission.expect("worst_paths", [], 500, 3).returns([])


def test_lines_of_a_generator(submission):
    """The lines may come from a generator."""
    lines = (f"08:00:00 GET /x {n}" for n in range(100))
    submission.expect("worst_paths", lines, 49, 3).returns(
        [("/x", 50)],
        hint="Fifty of the hundred took more than 49 ms. A generator can be walked once only.",
    )
