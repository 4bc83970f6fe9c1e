"""`messages.py` has the shapes of `protocol.ts`."""

import re
import types
import typing
from pathlib import Path

import pytest

from playground import messages

PROTOCOL = Path(__file__).parents[3] / "site" / "app" / "protocol.ts"
SHARED = ["PythonError", "Display", "RunResult", "TestResult", "CheckReport"]

SIMPLE = {str: "string", int: "number", float: "number", type(None): "null"}


def protocol_fields(interface: str) -> dict[str, str]:
    """Fields of an interface of `protocol.ts`: name and type as written, without comments."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", PROTOCOL.read_text(encoding="utf-8"), flags=re.DOTALL)
    body = re.search(rf"interface {interface} \{{(.*?)\n\}}", text, re.DOTALL)
    assert body, f"protocol.ts has no interface {interface}"
    return {
        name: " ".join(kind.split())
        for name, kind in re.findall(r"^  (\w+): (.+?);$", body[1], re.MULTILINE)
    }


def in_typescript(kind: object) -> str:
    """A Python type as `protocol.ts` writes it."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind == messages.Stream:
        return "Stream"
    if origin is typing.Literal:
        return " | ".join(f'"{value}"' for value in inner)
    if origin in (types.UnionType, typing.Union):
        return " | ".join(in_typescript(part) for part in inner)
    if origin is list:
        return f"{in_typescript(inner[0])}[]"
    if origin is tuple:
        return f"[{', '.join(in_typescript(part) for part in inner)}]"
    if kind is messages.Frame:
        fields = typing.get_type_hints(kind)
        return (
            "{ "
            + "; ".join(f"{name}: {in_typescript(part)}" for name, part in fields.items())
            + " }"
        )
    if typing.is_typeddict(kind):
        return kind.__name__
    return SIMPLE[kind]


@pytest.mark.skipif(not PROTOCOL.exists(), reason="TypeScript sources are not here")
@pytest.mark.parametrize("name", SHARED)
def test_same_shape(name: str):
    """Same fields, same order, same types."""
    ours = {
        field: in_typescript(kind)
        for field, kind in typing.get_type_hints(getattr(messages, name)).items()
    }
    theirs = protocol_fields(name)

    assert list(ours.items()) == list(theirs.items())
