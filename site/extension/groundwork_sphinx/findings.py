"""What lesson writers are told: one finding a mistake, with its place and its mend.

``AuthorMistake`` is raised while one directive or file is read; whoever knows the file turns it into a
``Finding``. Nothing here knows Sphinx, so the linter and the tests use the same words as the build.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake of a lesson writer.

    :param path: File, relative to the project's root, with ``/``.
    :param line: Counted from 1.
    :param message: What is wrong, a whole sentence.
    :param mend: What to do about it, a whole sentence.
    """

    path: str
    line: int
    message: str
    mend: str

    @property
    def text(self) -> str:
        """Message and mend without the place."""
        return f"{self.message} Mend: {self.mend}"

    def __str__(self) -> str:
        """Write it as compilers do: place first."""
        return f"{self.path}:{self.line}: {self.text}"


class GroundworkError(Exception):
    """Base of this package's errors.

    GroundworkError
      AuthorMistake    a lesson writer's mistake, met while reading
      ExerciseError    an exercise folder with findings
      ToolError        ruff could not do its work
    """


class AuthorMistake(GroundworkError):
    """A mistake of the lesson writer.

    :param line: Counted from 0 within the text that was being read; None for "the whole of it".
    """

    def __init__(self, message: str, mend: str, line: int | None = None) -> None:
        """Keep the parts; the place is completed by ``at``."""
        super().__init__(f"{message} Mend: {mend}")
        self.message = message
        self.mend = mend
        self.line = line

    def at(self, path: str, line: int) -> Finding:
        """Place the mistake in a file."""
        return Finding(path, line, self.message, self.mend)


class ToolError(GroundworkError):
    """A tool that we call failed; the text says which and how."""
