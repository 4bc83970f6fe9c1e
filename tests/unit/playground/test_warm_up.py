"""What a memory snapshot holds."""

import linecache
import os
import subprocess
import sys
from pathlib import Path

import pytest

import playground
from playground.warm_up import warm_up

from .conftest import IN_BROWSER


def test_warm_up_twice():
    """The first check passes and leaves no module of its own."""
    warm_up()
    before = (set(sys.modules), sys.path[:], os.getcwd(), set(linecache.cache))
    warm_up()

    assert (set(sys.modules), sys.path[:], os.getcwd(), set(linecache.cache)) == before
    assert "submission" not in sys.modules


@pytest.mark.skipif(IN_BROWSER, reason="starts programs")
def test_runner_is_cheap_to_import():
    """Running a cell needs no pytest."""
    code = "import sys, playground.runner; print(sorted({'pytest', '_pytest', 'yaml', 'js'} & set(sys.modules)))"
    root = Path(playground.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
