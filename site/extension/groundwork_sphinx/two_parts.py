"""Bodies of two parts, parted by a line of three hyphens: question and answer."""

from __future__ import annotations

from dataclasses import dataclass

from .findings import AuthorMistake


@dataclass
class TwoParts:
    """Both parts; ``second_line`` is where the second one starts in the body, from 0."""

    first: list[str]
    second: list[str]
    second_line: int


def split_two(body: list[str], first: str, second: str) -> TwoParts:
    """Split a body at its first line ``---``.

    :param first: What the first part is, for messages; ``second`` likewise.
    :raises AuthorMistake: The line or a part is missing.
    """
    at = next((i for i, line in enumerate(body) if line.rstrip() == "---"), None)
    if at is None:
        raise AuthorMistake(
            f"The {second} is missing.", f"put it below the {first}, after a line `---`."
        )
    start = at + 1
    while start < len(body) and not body[start].strip():
        start += 1
    parts = TwoParts(body[:at], body[start:], start)
    if not any(line.strip() for line in parts.first):
        raise AuthorMistake(f"The {first} is missing.", "write it above the line `---`.", at)
    if not parts.second:
        raise AuthorMistake(f"The {second} is missing.", "write it below the line `---`.", at)
    return parts
