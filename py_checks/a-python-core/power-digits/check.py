"""Checks of power_digits."""

import pytest


@pytest.mark.parametrize(
    ("base", "exp", "digits"), [(2, 10, 4), (7, 1, 1), (3, 20, 10), (10, 15, 16)]
)
def test_small_powers(submission, base, exp, digits):
    """Small powers have as many digits as you count by hand."""
    submission.expect("power_digits", base, exp).returns(digits)


def test_zero_and_one(submission):
    """Powers of 0 and of 1 have one digit, and so has anything to the power 0."""
    submission.expect("power_digits", 0, 5).returns(1, hint="0 is written with one digit.")
    submission.expect("power_digits", 1, 999).returns(1)
    submission.expect("power_digits", 12345, 0).returns(1, hint="Anything to the power 0 is 1.")


def test_negative_base(submission):
    """A minus sign is not a digit."""
    hint = "Was the minus sign counted as a digit?"
    submission.expect("power_digits", -2, 3).returns(1, hint=hint)
    submission.expect("power_digits", -10, 3).returns(4, hint=hint)


def test_exact_below_a_power_of_ten(submission):
    """The count is exact just below a power of ten."""
    hint = "A logarithm is a float, and floats round. Count with whole numbers only."
    submission.expect("power_digits", 9_999_999_999_999_999, 1).returns(16, hint=hint)
    submission.expect("power_digits", 10**18 - 1, 1).returns(18, hint=hint)


def test_more_than_4300_digits(submission):
    """Results with more than 4,300 digits are counted too."""
    hint = (
        "Python refuses to turn a number of more than 4,300 digits into text. "
        "Arithmetic has no such limit: count the digits by dividing."
    )
    submission.expect("power_digits", 2, 20_000).returns(6021, hint=hint)
    submission.expect("power_digits", 10, 5_000).returns(5001, hint=hint)
