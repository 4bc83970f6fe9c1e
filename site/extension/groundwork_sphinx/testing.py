"""A small course in a temporary folder, for tests of the extension. Never imported by a build."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from .pages import LessonDomain, lesson_domain

_CONF = """
project = "Small course"
extensions = ["myst_parser", "groundwork_sphinx"]
exclude_patterns = ["_*"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
myst_title_to_header = True
smartquotes = False
html_theme = "basic"
html_permalinks = False
html_copy_source = False
html_use_index = False
"""

_COURSE = """
[[sections]]
id = "start"
letter = "A"
title = "Start"
summary = "Where all begins."
status = "planned"
groups = ["A"]

[[sections]]
id = "later"
letter = "B"
title = "Later"
summary = "What comes then."
status = "planned"
groups = ["B"]
"""

_CONCEPTS = """
[A]
A1 = "names"
A2 = "values"

[B]
B1 = "lists"
"""

_INDEX = """
# Small course

```{toctree}
:glob:

*/*
```
"""

_EXERCISE = {
    "exercise.md": """
        ---
        title: Twice as much
        concepts: [A1]
        difficulty: 1
        hints:
          - Use `*`.
        ---
        Write `double(n)`.
        """,
    "starter.py": "def double(n):\n    ...\n",
    "solution.py": "def double(n):\n    return n * 2\n",
    "check.py": '''
        """Checks of double."""


        def test_doubles(submission):
            """Two becomes four."""
            submission.expect("double", 2).returns(4)
        ''',
    "wrong/adds_two.py": "# fails test_doubles: Expected\ndef double(n):\n    return n + 2 + n\n",
    "wrong/squares.py": "# fails test_doubles: Expected\ndef double(n):\n    return n ** 3\n",
}


class Project:
    """A course of two sections, ``start`` (A1, A2) and ``later`` (B1), both planned.

    :param root: An empty folder.
    """

    def __init__(self, root: Path) -> None:
        """Write the settings, the tables and a home page that lists every page."""
        self.root = root
        self.lessons = root / "lessons"
        self.out = root / "html"
        self.domain: LessonDomain
        for name, text in {
            "conf.py": _CONF,
            "course.toml": _COURSE,
            "concepts.toml": _CONCEPTS,
            "index.md": _INDEX,
        }.items():
            self.write(f"lessons/{name}", text)

    def write(self, path: str, text: str) -> Path:
        """Write a file below the root; the text's indentation and first newline are cut off."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    def lesson(self, name: str, body: str, **front: Any) -> Path:
        """Write a lesson of the section ``start`` that teaches nothing unless ``concepts`` says so."""
        keys = {
            "title": f"Lesson {name}",
            "summary": "Short.",
            "minutes": 5,
            "concepts": "[]",
            **front,
        }
        head = "".join(f"{key}: {value}\n" for key, value in keys.items())
        return self.write(
            f"lessons/start/{name}.md", f"---\n{head}---\n\n" + textwrap.dedent(body).lstrip("\n")
        )

    def exercise(self, id_: str, **changed: str | None) -> Path:
        """Write a whole exercise folder.

        :param changed: Files that differ from the usual ones, ``check_py`` for ``check.py``; None leaves one out.
        """
        files: dict[str, str | None] = {**_EXERCISE}
        files.update(
            {
                name.replace("_py", ".py").replace("_md", ".md"): text
                for name, text in changed.items()
            }
        )
        for name, text in files.items():
            if text is not None:
                self.write(f"py_checks/{id_}/{name}", text)
        return self.root / "py_checks" / id_

    def build(self, builder: str = "html", **settings: Any) -> list[str]:
        """Build what is out of date; give the complaints as ``path:line: text``."""
        cache = self.root / "doctrees"
        settings.setdefault("groundwork_allow_stale", True)
        with patch_docutils(self.lessons), docutils_namespace():
            app = Sphinx(
                self.lessons, self.lessons, self.out, cache, builder, settings, status=None, warning=None,
                parallel=settings.pop("parallel", 0),
            )  # fmt: skip
            app.build()
        self.domain = lesson_domain(app.env)
        return self.domain.complaints.lines(self.root)

    def body(self, page: str) -> str:
        """Give the HTML of a page's body, without the theme's frame."""
        text = (self.out / f"{page}.html").read_text(encoding="utf-8")
        start = '<div class="body" role="main">'
        inside = text.partition(start)[2].partition('<div class="clearer">')[0]
        return inside.strip() + "\n"
