"""Checks of same_amount."""

import math


def test_rounding_is_forgiven(submission):
    """0.1 + 0.2 counts as 0.3."""
    submission.expect("same_amount", 0.1 + 0.2, 0.3).returns(
        True, hint="The two differ in the last bit only. == is too strict for floats."
    )


def test_different_amounts(submission):
    """Amounts that differ by a real difference are different."""
    hint = "This difference is real. Your tolerance is too generous."
    submission.expect("same_amount", 1.0, 1.001).returns(False, hint=hint)
    submission.expect("same_amount", 0.001, 0.002).returns(False, hint=hint)
    submission.expect("same_amount", 5.0, -5.0).returns(False, hint=hint)
    submission.expect("same_amount", 1e15, 1.001e15).returns(False, hint=hint)


def test_near_zero(submission):
    """A trillionth counts as zero."""
    submission.expect("same_amount", 1e-12, 0.0).returns(
        True, hint="In proportion, nothing is close to 0. Near zero you need an absolute tolerance."
    )


def test_large_amounts(submission):
    """Large amounts are compared in proportion to their size."""
    submission.expect("same_amount", 1e15, 1e15 + 1).returns(
        True,
        hint="1 in 1,000,000,000,000,000 is far less than one part in a billion. "
        "An absolute tolerance alone is too strict for large numbers.",
    )


def test_infinity(submission):
    """Infinity equals infinity and nothing else."""
    submission.expect("same_amount", math.inf, math.inf).returns(
        True, hint="inf - inf is nan, so a difference does not help here."
    )
    submission.expect("same_amount", math.inf, -math.inf).returns(False)
    submission.expect("same_amount", math.inf, 1e308).returns(False)


def test_nan(submission):
    """nan is the same as nothing."""
    submission.expect("same_amount", math.nan, math.nan).returns(False)
    submission.expect("same_amount", math.nan, 0.0).returns(False)
