"""Sphinx settings of the course. ``site/extension/groundwork_sphinx/config.py`` documents the ``groundwork_`` ones."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "site" / "extension"))

project = "Groundwork"
author = "The Groundwork authors"
copyright = author
language = "en"

extensions = ["myst_parser", "groundwork_sphinx"]
# `_outputs` and `_files` are read by the extension, not as pages.
exclude_patterns = ["_*", "**/_*"]

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
myst_title_to_header = True
# What the author writes is what the reader sees: straight quotes are code more often than not.
smartquotes = False

html_theme = "furo"
html_title = project
templates_path = ["../site/templates"]
# No html_static_path: styles and scripts come from the app's bundle, which the build puts into each page.
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
html_permalinks_icon = "#"
pygments_style = "tango"
pygments_dark_style = "monokai"
