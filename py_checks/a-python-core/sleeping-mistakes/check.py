"""Checks of disk_report, branch by branch."""


def test_half_full(submission):
    """A disk that is half full is reported as before."""
    submission.expect("disk_report", "db-01", True, 250, 500).returns(
        "db-01: 50% used",
        hint="This branch worked at the start. The division needs numbers: "
        "make text of them only where it is joined.",
    )
    submission.expect("disk_report", "web-01", True, 72, 80).returns("web-01: 90% used")


def test_no_answer(submission):
    """A host that is not up is reported with the size of its disk."""
    hint = "Only when up is false does this branch run. total is a number there."
    submission.expect("disk_report", "db-01", False, 250, 500).returns(
        "db-01: no answer, 500 GB expected", hint=hint
    )
    submission.expect("disk_report", "web-01", False, 0, 80).returns(
        "web-01: no answer, 80 GB expected", hint=hint
    )


def test_nearly_full(submission):
    """A disk that is nearly full is reported with what is left."""
    hint = (
        "This branch runs only above 90 percent. Subtract first, then make text of the difference."
    )
    submission.expect("disk_report", "db-01", True, 475, 500).returns(
        "db-01: only 25 GB left", hint=hint
    )
    submission.expect("disk_report", "web-01", True, 80, 80).returns(
        "web-01: only 0 GB left", hint=hint
    )


def test_nearly_empty(submission):
    """A disk that is nearly empty is reported with its percentage."""
    hint = "This branch runs only below 10 percent. percent is a number there."
    submission.expect("disk_report", "db-01", True, 10, 500).returns(
        "db-01: nearly empty, 2% used", hint=hint
    )
    submission.expect("disk_report", "web-01", True, 0, 80).returns(
        "web-01: nearly empty, 0% used", hint=hint
    )
