"""A whole build, step by step. Each step does nothing when its inputs are those of the last time."""

from __future__ import annotations

from groundwork_build.assemble import Choices, assemble
from groundwork_build.bundle import ensure_bundles
from groundwork_build.layout import Layout
from groundwork_build.licences import write_licences
from groundwork_build.locks import file_lock
from groundwork_build.pages import build_pages
from groundwork_build.wheels import ensure_packages

__all__ = ["Choices", "build_site"]


def build_site(layout: Layout, choices: Choices) -> None:
    """Build the site; a failed build leaves the one that is there as it is.

    :raises Problem: one sentence, the details are printed already.
    """
    with file_lock(layout.work / "build.lock", "another build"):
        ensure_packages(layout)
        bundles = ensure_bundles(layout)
        write_licences(layout, bundles)
        build_pages(layout, allow_stale=choices.allow_stale)
        assemble(layout, bundles, choices)
