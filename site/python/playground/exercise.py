"""Reads the files of an exercise folder, for checks that run natively."""

from pathlib import Path

from playground.submission import MAIN_FILE


def read_submission(path: Path) -> dict[str, str]:
    """Files of a starter, solution or wrong answer by name.

    :param path: One Python file, which becomes the main file, or a folder that holds all of them.
    """
    if path.is_dir():
        return read_texts(path)
    return {MAIN_FILE: path.read_text(encoding="utf-8")}


def read_data(exercise: Path) -> dict[str, str]:
    """Data files of an exercise by name, as the learner's program finds them."""
    return read_texts(exercise / "data")


def read_texts(folder: Path) -> dict[str, str]:
    """Every text file below a folder by relative path; none if there is no such folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
