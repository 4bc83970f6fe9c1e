"""Pictures that programs leave."""

import base64
import sys
from types import ModuleType

import pytest

from playground.display import picture_of, take_figures


class FakeAxes:
    """As much of matplotlib's axes as alt text needs."""

    def get_title(self):
        """Title."""
        return "Load"

    def get_xlabel(self):
        """Horizontal label."""
        return "hour"

    def get_ylabel(self):
        """Vertical label."""
        return "percent"


class FakeFigure:
    """As much of a figure as is used."""

    def __init__(self, axes):
        """Hold axes."""
        self.axes = axes

    def get_suptitle(self):
        """No title above all."""
        return ""

    def savefig(self, target, **_options):
        """Write something."""
        target.write(b"drawn")


class FakePyplot:
    """Two functions to ask, one to close."""

    def __init__(self):
        """One figure is open."""
        self.open = {1: FakeFigure([FakeAxes()])}

    def names(self):
        """What `matplotlib.pyplot` offers."""
        return {
            "get_fignums": lambda: list(self.open),
            "figure": self.open.get,
            "close": lambda _which: self.open.clear(),
        }


@pytest.fixture
def pyplot(monkeypatch):
    """Pretend that matplotlib was imported."""
    fake = FakePyplot()
    module = ModuleType("matplotlib.pyplot")
    vars(module).update(fake.names())
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", module)
    return fake


def test_figures_are_taken_once(pyplot):
    """Each open figure is drawn, described and closed."""
    assert list(take_figures()) == [
        {
            "mime": "image/png",
            "data": base64.b64encode(b"drawn").decode(),
            "alt": "Figure 1: Load; percent over hour",
        }
    ]
    assert list(take_figures()) == []


def test_figure_without_words(pyplot):
    """Alt text is never empty."""
    pyplot.open[1].axes = []

    assert next(take_figures())["alt"] == "Figure 1, without a title"


def test_no_matplotlib(monkeypatch):
    """Nothing is imported for it."""
    monkeypatch.delitem(sys.modules, "matplotlib.pyplot", raising=False)

    assert list(take_figures()) == []
    assert "matplotlib.pyplot" not in sys.modules


class Both:
    """Offers two kinds."""

    def _repr_png_(self):
        return b"png", {"width": 3}

    def _repr_svg_(self):
        return "<svg/>"


class Svg:
    """Offers SVG, and no PNG after all."""

    def _repr_png_(self):
        return None

    def _repr_svg_(self):
        return "<svg/>"


class Anything:
    """Says yes to every name."""

    def __getattr__(self, name):
        """Give a function."""
        return lambda: b"no"


def test_picture_of():
    """PNG comes first, then SVG; both with alt text."""
    assert picture_of(Both()) == {"mime": "image/png", "data": "cG5n", "alt": "Picture of a Both"}
    assert picture_of(Svg()) == {
        "mime": "image/svg+xml",
        "data": "<svg/>",
        "alt": "Picture of a Svg",
    }


@pytest.mark.parametrize("value", [None, 1, "text", Both, Anything()])
def test_no_picture(value):
    """Plain values, classes and objects that answer to any name have none."""
    assert picture_of(value) is None
