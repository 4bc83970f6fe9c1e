"""Pictures among what a program leaves: open matplotlib figures, and values that can draw themselves. No HTML."""

import base64
import io
import sys
from collections.abc import Iterator
from typing import Any

from playground.messages import Display

FIGURE_DPI = 120


def picture_of(value: object) -> Display | None:
    """The picture that an object offers through `_repr_png_` or `_repr_svg_`, or None.

    Only methods of its class count: an instance with a `__getattr__` would say yes to every name.
    """
    png = _drawn(value, "_repr_png_")
    if isinstance(png, bytes):
        return _png(png, f"Picture of a {type(value).__name__}")
    svg = _drawn(value, "_repr_svg_")
    if isinstance(svg, str):
        return {"mime": "image/svg+xml", "data": svg, "alt": f"Picture of a {type(value).__name__}"}
    return None


def _drawn(value: object, method: str) -> Any:
    if isinstance(value, type) or not callable(getattr(type(value), method, None)):
        return None
    drawn = getattr(value, method)()
    return drawn[0] if isinstance(drawn, tuple) and drawn else drawn  # a pair carries metadata


def take_figures() -> Iterator[Display]:
    """Draw and close the open figures of matplotlib, if the program has used it."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        target = io.BytesIO()
        figure.savefig(target, format="png", dpi=FIGURE_DPI, bbox_inches="tight")
        yield _png(target.getvalue(), _described(figure, number))
    pyplot.close("all")


def _described(figure: Any, number: int) -> str:
    """Alt text: what the figure itself says in words."""
    suptitle = getattr(figure, "get_suptitle", str)()
    words = [suptitle] if suptitle else []
    for axes in figure.axes:
        across, up = axes.get_xlabel(), axes.get_ylabel()
        named = f"{up} over {across}" if up and across else up or across
        words.extend(part for part in (axes.get_title(), named) if part)
    return f"Figure {number}: {'; '.join(words)}" if words else f"Figure {number}, without a title"


def _png(data: bytes, alt: str) -> Display:
    return {"mime": "image/png", "data": base64.b64encode(data).decode("ascii"), "alt": alt}
