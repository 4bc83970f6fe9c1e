"""A small course to build."""

from pathlib import Path

import pytest

from groundwork_sphinx.testing import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty course of two planned sections, in a folder of its own."""
    return Project(tmp_path)
