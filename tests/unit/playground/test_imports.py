"""Which packages a program asks for."""

import pytest

from playground.imports import find_imports


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("import numpy", ["numpy"]),
        ("import a.b.c as d, e", ["a", "e"]),
        ("from x.y import z", ["x"]),
        ("from . import z\nfrom .w import v", []),
        (
            "def f():\n    import late\ntry:\n    import maybe\nexcept ImportError:\n    pass",
            ["late", "maybe"],
        ),
        ("import a\nimport a", ["a"]),
        ("text = 'import nothing'", []),
        ("await x\nimport y", ["y"]),
    ],
)
def test_found(source, expected):
    """Every absolute import, wherever it stands."""
    assert find_imports(source) == expected


def test_source_that_does_not_parse():
    """Lines that look like imports are better than nothing."""
    assert find_imports("import numpy as np, yaml\nfrom requests import get\nif x\n") == [
        "numpy",
        "requests",
        "yaml",
    ]
    assert find_imports("import a\n\0") == ["a"]
