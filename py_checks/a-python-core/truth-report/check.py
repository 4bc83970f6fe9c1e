"""Checks of truth_report."""


class Rack:
    """Has a length, and so a truth value, but is in nobody's list of falsy values."""

    def __init__(self, servers):
        self.servers = servers

    def __len__(self):
        return self.servers

    def __repr__(self):
        return f"Rack({self.servers})"


def test_example(submission):
    """The example of the task comes out line by line."""
    submission.expect("truth_report", [0, "no", []]).returns(
        ["0    -> False", "'no' -> True", "[]   -> False"]
    )


def test_strings_keep_their_quotes(submission):
    """Text is shown as repr shows it, so that an empty string can be seen."""
    submission.expect("truth_report", ["", "0"]).returns(
        ["''  -> False", "'0' -> True"], hint="repr() keeps the quotes, str() and print() do not."
    )


def test_width_follows_the_longest(submission):
    """The padding follows the longest value of this call."""
    submission.expect("truth_report", [None, 1_000_000_000, False]).returns(
        ["None       -> False", "1000000000 -> True", "False      -> False"],
        hint="Work out the width from the values of this call.",
    )
    submission.expect("truth_report", [0]).returns(
        ["0 -> False"], hint="Work out the width from the values of this call."
    )


def test_every_kind_of_number(submission):
    """Truth is not the same as being equal to True."""
    submission.expect("truth_report", [2, -1, 0.0, 0j]).returns(
        ["2   -> True", "-1  -> True", "0.0 -> False", "0j  -> False"],
        hint="2 is truthy although 2 == True is False. Ask bool().",
    )


def test_unknown_classes(submission):
    """An object of an unknown class is asked for its own truth."""
    submission.expect("truth_report", [Rack(0), Rack(3), b"", range(0)]).returns(
        [
            "Rack(0)     -> False",
            "Rack(3)     -> True",
            "b''         -> False",
            "range(0, 0) -> False",
        ],
        hint="Rack has a __len__: with length 0 it is falsy. No list of values can know that.",
    )


def test_no_values(submission):
    """No values give no lines."""
    submission.expect("truth_report", []).returns([])
