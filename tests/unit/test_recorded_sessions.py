"""Sessions that lessons show as text are what the pinned tools really print."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
RUFF = Path(sys.executable).with_name("ruff")


def fences(page: str) -> list[tuple[str, str]]:
    """Code blocks of a page in order, as (language, text)."""
    text = (ROOT / "lessons" / page).read_text(encoding="utf-8")
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(session: str) -> list[tuple[list[str], str]]:
    """Commands of a session, each with what it printed."""
    parts = re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]
    split = [part.partition("\n") for part in parts]
    return [(command.split(), output) for command, _, output in split]


def run(command: list[str], folder: Path) -> str:
    """What a command prints in a folder, stdout and stderr together."""
    program = [str(RUFF), *command[1:]] if command[0] == "ruff" else command
    env = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(
        program, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return done.stdout


def test_ruff_session_of_the_style_page(tmp_path: Path) -> None:
    """Every ruff command of the style page gives what the page shows."""
    replayed = 0
    for language, text in fences("a-python-core/style.md"):
        if language == "python":
            (tmp_path / "cleanup.py").write_text(text, encoding="utf-8")
        elif language == "toml":
            (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
        for command, shown in commands(text) if language == "console" else []:
            if "cleanup.py" in command and command[0] in ("ruff", "cat"):
                # An empty line before the end of a block belongs to the layout of the page.
                assert run(command, tmp_path).rstrip() == shown.rstrip(), command
                replayed += 1

    assert replayed == 5


def test_mypy_session_of_the_type_hints_page(tmp_path: Path) -> None:
    """The mypy command of the page on type hints gives what the page shows."""
    blocks = fences("d-functions/type-hints.md")
    place = [language for language, _ in blocks].index("console")
    source = [text for language, text in blocks[:place] if language == "python"][-1]
    [(command, shown)] = commands(blocks[place][1])
    (tmp_path / command[-1]).write_text(source, encoding="utf-8")

    assert command[0] == "mypy"
    found = run([sys.executable, "-m", *command, "--config-file=", "--no-incremental"], tmp_path)
    assert found == shown
