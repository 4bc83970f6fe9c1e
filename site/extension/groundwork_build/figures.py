"""Figures of a bench: medians, ratios, budgets, and the table that shows them."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sample:
    """Repetitions of one measurement, in one unit."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle value; one slow repetition doesn't move it."""
        return statistics.median(self.values)

    def text(self, unit: str) -> str:
        """Median with the smallest and largest value."""
        low, high = min(self.values), max(self.values)
        spread = f" ({_number(low)}–{_number(high)})" if len(self.values) > 1 else ""
        return f"{_number(self.median)} {unit}{spread}"


@dataclass(frozen=True)
class Figure:
    """One row of the budget."""

    name: str
    unit: str
    ours: Sample
    #: The same on a bare page with Pyodide; None where there is no such thing.
    floor: Sample | None
    #: Largest allowed value, in the terms that `compared` says.
    budget: float
    #: `ratio` to the floor, `difference` from it, or `value` of ours alone.
    compared: str

    @property
    def result(self) -> float:
        """The value that the budget limits."""
        if self.floor is None or self.compared == "value":
            return self.ours.median
        if self.compared == "difference":
            return self.ours.median - self.floor.median
        return self.ours.median / self.floor.median

    @property
    def met(self) -> bool:
        """Whether the budget is kept."""
        return self.result <= self.budget

    def as_json(self) -> dict[str, Any]:
        """Everything, for a results file."""
        return {
            "name": self.name,
            "unit": self.unit,
            "ours": list(self.ours.values),
            "floor": list(self.floor.values) if self.floor else None,
            "compared": self.compared,
            "result": round(self.result, 4),
            "budget": self.budget,
            "met": self.met,
        }

    def row(self) -> str:
        """One line of the Markdown table."""
        unit = {"ratio": "× floor", "difference": f"{self.unit} over floor", "value": self.unit}[
            self.compared
        ]
        cells = [
            self.name,
            self.ours.text(self.unit),
            self.floor.text(self.unit) if self.floor else "–",
            f"{_number(self.result)} {unit}",
            f"≤ {_number(self.budget)}",
            "yes" if self.met else "**no**",
        ]
        return f"| {' | '.join(cells)} |"


def table(figures: list[Figure]) -> str:
    """Markdown table of all figures, medians with smallest and largest value."""
    head = ["| measure | ours | floor | result | budget | met |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *(figure.row() for figure in figures)])


def _number(value: float) -> str:
    """Three significant digits, no exponent, no needless zeros."""
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}"
