"""``{licences}``: a table of everything that ships, with the licence texts folded away.

The list is ``.build/licences.json``, made by the build from the packages themselves.
"""

from __future__ import annotations

import json
from typing import TypedDict

from docutils import nodes

from .directive import LessonDirective
from .findings import AuthorMistake
from .nodes import element
from .pages import root_of


class Licence(TypedDict):
    """One thing that ships."""

    name: str
    version: str
    licence: str
    text: str
    url: str


class LicencesDirective(LessonDirective):
    """The licences of what ships."""

    kind = "licences"

    def build(self) -> list[nodes.Node]:
        """Make the table, sorted by name."""
        if not self.config.groundwork_licences:
            return []
        rows = sorted(self.load(), key=lambda row: (row["name"].lower(), row["version"]))
        head = element(
            "tr", *(element("th", word, scope="col") for word in ("Name", "Version", "Licence"))
        )
        table = element(
            "table",
            element("thead", head),
            element("tbody", *map(_row, rows)),
            class_="pg-licences",
        )
        return [element("div", table, class_="table-wrapper")]

    def load(self) -> list[Licence]:
        """Read the list.

        :raises AuthorMistake: It is missing, or not of the form above.
        """
        path = root_of(self.env) / self.config.groundwork_licences
        told = self.depend(path)
        try:
            rows: list[Licence] = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise AuthorMistake(
                f"There is no {told} yet.", "run `python3 build.py build`, which makes it."
            ) from error
        if not all(Licence.__annotations__.keys() <= row.keys() for row in rows):
            raise AuthorMistake(
                f"{told} is not a list of name, version, licence, text, url.",
                "mend what writes it.",
            )
        return rows


def _row(row: Licence) -> nodes.Element:
    name = (
        element("a", row["name"], href=row["url"]) if row["url"] else element("span", row["name"])
    )
    licence = [nodes.Text(row["licence"])]
    if row["text"]:
        licence = [
            element("details", element("summary", row["licence"]), element("pre", row["text"]))
        ]
    return element(
        "tr", element("td", name), element("td", row["version"]), element("td", *licence)
    )
