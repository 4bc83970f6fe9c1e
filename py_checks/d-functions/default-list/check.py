"""Checks of enqueue and count_event."""


def test_new_queue_each_time(submission):
    """Each call without a queue starts a new one."""
    hint = "Did an earlier call leave something in the default? A default is made once."
    submission.expect("enqueue", "audit").returns(["audit"], hint=hint)
    submission.expect("enqueue", "scan").returns(["scan"], hint=hint)


def test_earlier_result_stays(submission):
    """What an earlier call returned is not changed by a later one."""
    enqueue = submission.get("enqueue")
    first = enqueue("audit")
    before = list(first or [])
    enqueue("scan")

    assert first == before, (
        f"The first call returned {before!r}. After the second call that same list was {first!r}."
    )


def test_new_counts_each_time(submission):
    """Each call without counts starts new ones."""
    hint = "A dict as a default is shared by all calls, just as a list is."
    submission.expect("count_event", "login").returns({"login": 1}, hint=hint)
    submission.expect("count_event", "login").returns({"login": 1}, hint=hint)


def test_given_objects_grow(submission):
    """A queue or dict that is passed gets changed and returned."""
    queue, counts = ["backup"], {"login": 2}
    submission.expect("enqueue", "audit", queue).returns(["backup", "audit"])
    submission.expect("count_event", "login", counts).returns({"login": 3})

    assert queue == ["backup", "audit"], (
        f"The caller's queue should have grown too, and is {queue!r}. Was a copy made?"
    )
    assert counts == {"login": 3}, (
        f"The caller's dict should have changed too, and is {counts!r}. Was a copy made?"
    )


def test_empty_ones_are_the_callers(submission):
    """An empty queue or dict that is passed is used, not replaced."""
    queue, counts = [], {}
    submission.get("enqueue")("audit", queue)
    submission.get("count_event")("login", counts)

    assert queue == ["audit"], (
        f"An empty list was passed, and afterwards it was {queue!r}. Empty is falsy: ask `is None`."
    )
    assert counts == {"login": 1}, (
        f"An empty dict was passed, and afterwards it was {counts!r}. Empty is falsy: ask `is None`."
    )
