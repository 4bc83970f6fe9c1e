"""Checks of fair_turns."""


def test_one_each_in_turn(submission):
    """Each user has one job done, then it is the next one's turn."""
    submission.expect("fair_turns", {"kim": ["k1", "k2"], "lee": ["l1", "l2"]}).returns(
        ["k1", "l1", "k2", "l2"], hint="After one job the user goes to the end of the line."
    )


def test_nobody_is_cut_off(submission):
    """Who has more jobs than the others has all of them done."""
    submission.expect(
        "fair_turns", {"kim": ["k1"], "lee": ["l1", "l2", "l3"], "max": ["m1", "m2"]}
    ).returns(
        ["k1", "l1", "m1", "l2", "m2", "l3"],
        hint="Only users without jobs drop out. The others go on.",
    )


def test_no_jobs(submission):
    """Users without jobs, or no users at all, are no problem."""
    hint = "popleft() on an empty deque is an IndexError. Ask first."
    submission.expect("fair_turns", {}).returns([], hint=hint)
    submission.expect("fair_turns", {"kim": [], "lee": ["l1"]}).returns(["l1"], hint=hint)


def test_equal_jobs(submission):
    """Jobs of the same name are all done."""
    submission.expect("fair_turns", {"kim": ["sync", "sync"], "lee": ["sync"]}).returns(
        ["sync", "sync", "sync"]
    )


def test_input_stays(submission):
    """The dict and its lists are not changed."""
    waiting = {"kim": ["k1", "k2"], "lee": ["l1"]}
    submission.get("fair_turns")(waiting)

    assert waiting == {"kim": ["k1", "k2"], "lee": ["l1"]}, (
        f"After the call the dict was {waiting!r}. Take jobs off a deque of your own."
    )


def test_many_jobs(submission):
    """Many jobs of one user are done in time, too."""
    jobs = [f"job-{number}" for number in range(20_000)]
    got = submission.get("fair_turns")({"kim": jobs, "lee": ["l1"]})

    assert got == [jobs[0], "l1", *jobs[1:]], (
        f"With 20,000 jobs of kim and one of lee, {len(got):,} came back, the first of them {got[:3]!r}."
    )
