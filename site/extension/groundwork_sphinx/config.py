"""Every setting of the extension: name, default, what a change rebuilds, and what it is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


class Setting(NamedTuple):
    """One value of ``conf.py``; ``rebuild`` is Sphinx's word for what a change makes out of date."""

    name: str
    default: Any
    rebuild: Literal["", "env", "html"]
    types: tuple[type, ...]
    doc: str


SETTINGS = (
    Setting(
        "groundwork_root",
        "..",
        "",
        (str, Path),
        "The project's root, absolute or relative to the lessons: py_checks/ and .build/ are there.",
    ),
    Setting(
        "groundwork_allow_stale",
        False,
        "",
        (bool,),
        "Missing or stale recorded outputs are told, but are no warning. For `record` and `serve`.",
    ),
    Setting(
        "groundwork_cell_timeout_s",
        30.0,
        "env",
        (int, float),
        "Time limit of a cell without `:timeout:`, in seconds.",
    ),
    Setting(
        "groundwork_licences",
        ".build/licences.json",
        "env",
        (str,),
        "List of {name, version, licence, text, url} for the licences directive, relative to the root; "
        "empty: the directive shows nothing (the linter runs before anything is built).",
    ),
    Setting(
        "groundwork_build_id",
        "",
        "",
        (str,),
        "Goes into course.json; left empty when a later step of the build fills it in.",
    ),
)


def add_settings(app: Sphinx) -> None:
    """Declare all settings to Sphinx."""
    for setting in SETTINGS:
        app.add_config_value(
            setting.name, setting.default, setting.rebuild, setting.types, setting.doc
        )


def project_root(config: Config, lessons: Path) -> Path:
    """Give the absolute path of the project's root."""
    return Path(lessons, config.groundwork_root).resolve()
