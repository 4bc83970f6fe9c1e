"""``--force-regen``: take the HTML of this run as the expected one."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option; it is known when pytest is called with this folder."""
    parser.addoption(
        "--force-regen", action="store_true", help="rewrite the expected HTML of tests/pages"
    )
