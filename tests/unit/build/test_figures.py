"""Figures of a bench: what a budget limits, and how it is shown."""

from __future__ import annotations

import pytest

from groundwork_build.figures import Figure, Sample, table


def figure(compared: str, budget: float) -> Figure:
    """A figure of ours with median 120 and a floor with median 100."""
    return Figure("start", "ms", Sample((120, 110, 900)), Sample((100, 90, 400)), budget, compared)


@pytest.mark.parametrize(
    ("compared", "result"), [("ratio", 1.2), ("difference", 20), ("value", 120)]
)
def test_result(compared: str, result: float) -> None:
    """A budget limits a ratio to the floor, a difference from it, or the value alone."""
    assert figure(compared, 1).result == pytest.approx(result)


def test_budget_is_inclusive() -> None:
    """A value that equals its budget keeps it."""
    assert figure("value", 120).met
    assert not figure("value", 119.9).met


def test_row_shows_median_and_spread() -> None:
    """A row tells medians, the smallest and largest value, and whether the budget is kept."""
    assert figure("ratio", 1.1).row() == (
        "| start | 120 ms (110–900) | 100 ms (90–400) | 1.2 × floor | ≤ 1.1 | **no** |"
    )


def test_single_value_has_no_spread() -> None:
    """One repetition has no spread, a figure without floor a dash."""
    alone = Figure("weight", "KB", Sample((98.76,)), None, 120, "value")

    assert alone.row() == "| weight | 98.8 KB | – | 98.8 KB | ≤ 120 | yes |"


def test_json_keeps_every_value() -> None:
    """The saved form has all repetitions, so that later readers can judge the spread."""
    saved = figure("ratio", 1.1).as_json()

    assert (saved["ours"], saved["floor"], saved["met"]) == ([120, 110, 900], [100, 90, 400], False)


def test_table_has_one_row_a_figure() -> None:
    """Head, rule, rows."""
    assert len(table([figure("ratio", 1), figure("value", 1)]).splitlines()) == 4
