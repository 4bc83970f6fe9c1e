"""Checks of split_host."""


def test_role_of_three_letters(submission):
    """A name with a role of three letters comes apart."""
    hint = "The stop of a slice is left out, and places are counted from 0."
    submission.expect("split_host", "fra-web-01").returns(("fra", "web", "01"), hint=hint)
    submission.expect("split_host", "ams-dns-12").returns(("ams", "dns", "12"), hint=hint)


def test_short_and_long_roles(submission):
    """The role may be short or long."""
    hint = (
        "The role ends at another place in each name. Counted from the end it is always the same."
    )
    submission.expect("split_host", "ams-db-17").returns(("ams", "db", "17"), hint=hint)
    submission.expect("split_host", "fra-monitoring-03").returns(
        ("fra", "monitoring", "03"), hint=hint
    )
    submission.expect("split_host", "lon-x-99").returns(("lon", "x", "99"), hint=hint)


def test_hyphens_in_the_role(submission):
    """A role may contain hyphens."""
    submission.expect("split_host", "fra-load-balancer-02").returns(
        ("fra", "load-balancer", "02"),
        hint="Cut at every hyphen, the role falls apart. Slices don't look for hyphens.",
    )


def test_number_stays_text(submission):
    """The number is text and keeps its zero."""
    submission.expect("split_host", "fra-web-07").returns(
        ("fra", "web", "07"), hint="int() would lose the zero in front. A slice of text is text."
    )
