"""Checks of config_problems."""


def test_finds_the_bad_line(submission):
    """The bad line is found, with its number."""
    hint = "People count from 1: enumerate has an argument start."
    submission.expect("config_problems", ["port = 80", "prot tcp"]).returns(
        [(2, "prot tcp")], hint=hint
    )
    submission.expect("config_problems", ["oops", "a=1", "again"]).returns(
        [(1, "oops"), (3, "again")], hint=hint
    )


def test_all_well(submission):
    """A file without problems gives an empty list."""
    submission.expect("config_problems", ["a = 1", "b=2", "url = x?y=z"]).returns(
        [], hint="A value may contain another `=`."
    )
    submission.expect("config_problems", []).returns([])
    submission.expect("config_problems", ["note ="]).returns([], hint="The value may be empty.")


def test_comments_and_empty_lines(submission):
    """Comments and empty lines are fine, and are counted."""
    lines = ["# top", "", "   ", "  # indented", "bad line"]
    submission.expect("config_problems", lines).returns(
        [(5, "bad line")],
        hint="All lines are counted, also those that are skipped. Spaces may stand in front of a `#`.",
    )


def test_key_must_not_be_empty(submission):
    """A line without a key is bad."""
    submission.expect("config_problems", ["= 80", "  = 1"]).returns(
        [(1, "= 80"), (2, "= 1")], hint="There is an `=`, but nothing in front of it."
    )


def test_line_breaks(submission):
    """Line breaks and spaces around are not part of the text."""
    submission.expect("config_problems", ["\n", "  prot tcp \n", "port = 80\n"]).returns(
        [(2, "prot tcp")], hint="The lines of a file end with a line break. strip() takes it off."
    )


def test_anything_that_can_be_walked(submission):
    """The lines may come from a generator, or from an open file."""
    lines = (line for line in ["a = 1\n", "b\n"])
    submission.expect("config_problems", lines).returns(
        [(2, "b")], hint="An open file has no length and no places. Walk over it with for."
    )
