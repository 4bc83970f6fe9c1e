"""``{cell}``: runnable Python with its recorded output.

Makes ``pg-cell > pre.pg-source, div.pg-output, script.pg-options``. Options:

``:name:``         required; the id of the element and the key of its record and of the learner's edits
``:after:``        names of earlier cells that must have run, parted by commas
``:session:``      a namespace of its own instead of the page's
``:stdin:``        scripted line for ``input()``; ``|`` and indented lines below for several
``:raises:``       exception class that ends the cell, when that is the point
``:files:``        files of ``lessons/_files`` put into the working directory, parted by commas
``:volatile:``     regular expression for output that may differ between runs; ``|`` for several
``:timeout:``      time limit in seconds
``:editable: no``  the learner can only run it
``:hide-output:``  the output shows after a run (a prediction comes first); readers without JavaScript unfold it
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

from . import directive_options as read
from .directive import LessonDirective
from .findings import AuthorMistake
from .nodes import element, options, program
from .options import CellOptions
from .outputs import (
    RecordedOutput,
    load_outputs,
    output_element,
    output_path,
    output_spans,
    source_sha256,
)
from .pages import CellRecord
from .python_check import Snippet

PAGE_SESSION = "page"


class CellDirective(LessonDirective):
    """Runnable Python."""

    kind = "cell"
    readers = {  # noqa: RUF012 (read-only by its declared type)
        "name": read.name,
        "after": read.names,
        "session": read.name,
        "stdin": read.lines,
        "raises": read.exception,
        "files": read.file_names,
        "volatile": read.patterns,
        "timeout": read.seconds,
        "editable": read.yes_no,
        "hide-output": read.yes_no,
    }

    def build(self) -> list[nodes.Node]:
        """Make the element and remember the cell."""
        name = self.required_name()
        if not self.head.body:
            raise AuthorMistake("The cell is empty.", "write Python below the options.")
        source = "\n".join(self.head.body) + "\n"
        files = self.read_files()
        recorded = self.recorded(name, source)
        self.remember(name, source, recorded)
        children: list[nodes.Node] = [
            program(source),
            *self.output(recorded),
            options(self.cell_options(files)),
        ]
        cell = element("pg-cell", *children, class_="pg-cell", data_state="static")
        return [self.with_id(cell, name)]

    def cell_options(self, files: dict[str, str]) -> CellOptions:
        """Collect what the page needs to run the cell."""
        given: dict[str, Any] = self.values
        return CellOptions(
            after=given.get("after", []),
            session=given.get("session", PAGE_SESSION),
            stdin=given.get("stdin"),
            raises=given.get("raises"),
            files=files,
            timeoutS=given.get("timeout", self.config.groundwork_cell_timeout_s),
            editable=given.get("editable", True),
            volatile=given.get("volatile", []),
        )

    def read_files(self) -> dict[str, str]:
        """Read the cell's data files.

        :raises AuthorMistake: One is missing or no UTF-8 text.
        """
        files = {}
        for name in self.values.get("files", []):
            path = self.env.srcdir / "_files" / name
            told = self.depend(path)
            try:
                files[name] = path.read_text(encoding="utf-8")
            except FileNotFoundError as error:
                raise AuthorMistake(
                    f"There is no file {told}.",
                    "put it there, or name another.",
                    self.head.lines["files"],
                ) from error
            except UnicodeDecodeError as error:
                raise AuthorMistake(
                    f"{told} is not UTF-8 text.", "save it as UTF-8.", self.head.lines["files"]
                ) from error
        return files

    def recorded(self, name: str, source: str) -> RecordedOutput | None:
        """Give the cell's record if it was made from this very source."""
        path = output_path(self.env.srcdir, self.env.docname)
        self.depend(path)
        found = load_outputs(path).get(name)
        return found if found and found["source_sha256"] == source_sha256(source) else None

    def output(self, recorded: RecordedOutput | None) -> list[nodes.Node]:
        """Make the output box; a hidden output goes into a ``<details>`` beside the empty box."""
        if not self.values.get("hide-output") or recorded is None:
            return [output_element(recorded)]
        summary = element("summary", "Output")
        later = element("pre", *output_spans(recorded))
        return [output_element(None), element("details", summary, later, class_="pg-recorded")]

    def remember(self, name: str, source: str, recorded: RecordedOutput | None) -> None:
        """Note the cell in the lesson model; syntax and ``:after:`` are checked there."""
        raises = self.values.get("raises")
        error = recorded["error"] if recorded else None
        self.page.cells[name] = CellRecord(
            name=name,
            line=self.lineno,
            session=self.values.get("session", PAGE_SESSION),
            after=self.values.get("after", []),
            source=source,
            recorded_status=recorded["status"] if recorded else None,
            recorded_error=error["name"] if error else None,
            raises=raises,
        )
        self.page.snippets.append(
            Snippet(self.page.path, self.line_of(self.head.body_line), source, raises, "The cell")
        )
