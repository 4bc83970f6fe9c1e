"""The colours of site/css/tokens.css: every pair that meets on a page can be read, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "site" / "css"
_COLOUR = re.compile(r"--pg-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")
THEMES = ("light", "dark")
#: WCAG 2.2 AA: text, and the outlines of fields.
TEXT, EDGE = 4.5, 3.0

GROUNDS = ("ground", "sunken", "surface", "raised", "hover")
TINTS = ("accent-soft", "task-soft", "quiz-soft", "good-soft", "bad-soft")
#: Text → what it may lie on.
PAIRS = {
    "ink": (*GROUNDS, *TINTS, "selection", "match", "active-line"),
    "ink-soft": (*GROUNDS, *TINTS),
    "ink-faint": (*GROUNDS, *TINTS),
    "accent": (*GROUNDS, *TINTS),
    "accent-strong": (*GROUNDS, *TINTS),
    "task": ("ground", "surface", "sunken", "task-soft"),
    "quiz": ("ground", "surface", "sunken", "quiz-soft"),
    "good": ("ground", "surface", "sunken", "hover", "accent-soft", "good-soft"),
    "bad": ("ground", "surface", "sunken", "hover", "bad-soft"),
}
#: What lies under code: cells, static blocks, the editor's selection, the line of an error.
CODE_GROUNDS = ("surface", "sunken", "active-line", "selection", "match", "bad-soft", "good-soft")


def colours() -> dict[str, tuple[str, str]]:
    """Name → light and dark value."""
    text = (CSS / "tokens.css").read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in _COLOUR.findall(text)}


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 to 1.

    Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_weak(pairs: list[tuple[str, str]], least: float) -> list[str]:
    """Describe the pairs below the least ratio."""
    known = colours()
    return [
        f"{over} on {under}, {THEMES[at]}: {ratio:.2f}"
        for over, under in pairs
        for at in (0, 1)
        if (ratio := contrast(known[over][at], known[under][at])) < least
    ]


def test_contrast_of_black_on_white() -> None:
    """The computation gives the two values that the standard names."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_text_can_be_read() -> None:
    """Text has a contrast of 4.5 to every ground it is used on."""
    pairs = [(over, under) for over, unders in PAIRS.items() for under in unders]

    assert too_weak(pairs, TEXT) == []


def test_code_can_be_read() -> None:
    """Every syntax colour has a contrast of 4.5, in static code, in the editor and in its selection."""
    names = [name for name in colours() if name.startswith("syntax-")]

    assert len(names) >= 12
    assert too_weak([(name, under) for name in names for under in CODE_GROUNDS], TEXT) == []


def test_buttons_and_fields_can_be_told() -> None:
    """Words on the accent can be read; outlines of fields and states have a contrast of 3."""
    filled = [("on-accent", "accent"), ("on-accent", "accent-strong")]
    names, unders = ("edge", "accent", "good", "bad"), ("ground", "surface", "sunken")
    outlines = [(name, under) for name in names for under in unders]

    assert too_weak(filled, TEXT) == []
    assert too_weak(outlines, EDGE) == []


def test_colours_are_only_in_the_tokens() -> None:
    """No other style sheet has a colour of its own, so that dark needs no rule elsewhere."""
    own = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)|\b(?:rgb|hsl|oklch)a?\(")
    found = {
        path.name: values
        for path in CSS.glob("*.css")
        if path.name != "tokens.css" and (values := own.findall(path.read_text(encoding="utf-8")))
    }

    assert found == {}


def test_every_variable_is_defined() -> None:
    """A name after `var(` is a token, or is set where it is used."""
    sheets = {path.name: path.read_text(encoding="utf-8") for path in CSS.glob("*.css")}
    defined = {name for text in sheets.values() for name in re.findall(r"(--pg-[\w-]+)\s*:", text)}
    used = {name for text in sheets.values() for name in re.findall(r"var\((--pg-[\w-]+)", text)}

    assert used - defined == set()
