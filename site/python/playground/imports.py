"""Which packages a program asks for, so that they can be there before it runs."""

import ast
import re
from collections.abc import Iterator

_LINE = re.compile(
    r"^\s*(?:from\s+(?P<origin>[A-Za-z_]\w*)|import\s+(?P<names>[^#;\n]+))", re.MULTILINE
)
_NAME = re.compile(r"\s*([A-Za-z_]\w*)")


def find_imports(source: str) -> list[str]:
    """Top names of all absolute imports, sorted, each once.

    Of source that does not parse, the lines that look like imports.
    """
    try:
        names = set(_parsed(ast.parse(source)))
    except (
        SyntaxError,
        ValueError,
        RecursionError,
        MemoryError,
    ):  # the last ones: too deep for the parser
        names = set(_guessed(source))
    return sorted(names)


def _parsed(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _guessed(source: str) -> Iterator[str]:
    for line in _LINE.finditer(source):
        names = [line["origin"]] if line["origin"] else line["names"].split(",")
        yield from (found[1] for name in names if (found := _NAME.match(name)))
