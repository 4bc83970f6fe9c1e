"""Packages for the browser: lock files, wheels, the trimmed lock."""

from __future__ import annotations

import io
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from groundwork_build.inputs import sha256
from groundwork_build.layout import CDN, Layout
from groundwork_build.problems import Problem
from groundwork_build.requirements import read_locked
from groundwork_build.wheel_files import pure_wheel_from_source, read_zip, write_zip
from groundwork_build.wheels import FROM_SOURCE, ZIPPED, other_packages, trimmed_lock, write_bundle

ROOT = Path(__file__).parents[3]
MakeWheel = Callable[..., Path]


def test_zip_has_no_clock_in_it(tmp_path: Path) -> None:
    """The same files give the same bytes, whatever the time and the order."""
    write_zip(tmp_path / "one.zip", {"b": b"2", "a": b"1"})
    time.sleep(0.01)
    write_zip(tmp_path / "two.zip", {"a": b"1", "b": b"2"})

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_locked_blocks_keep_their_hashes(tmp_path: Path) -> None:
    """Each package keeps its own hashes, names are normalized."""
    lock = tmp_path / "lock.txt"
    lock.write_text(
        "A_b==1.0 \\\n    --hash=sha256:11\nc==2 ; python_version < '4' \\\n    --hash=sha256:22\n"
    )

    first, second = read_locked(lock)

    assert (first.name, first.version, "sha256:11" in first.block) == ("a-b", "1.0", True)
    assert (second.name, second.version, "sha256:11" in second.block) == ("c", "2", False)


@pytest.mark.parametrize("line", ["a==1", "a>=1 \\\n    --hash=sha256:11", "-r other.txt"])
def test_unlocked_lines_are_refused(tmp_path: Path, line: str) -> None:
    """A line without a pin or a hash ends the build."""
    (tmp_path / "lock.txt").write_text(line)

    with pytest.raises(Problem, match="lock again"):
        read_locked(tmp_path / "lock.txt")


def test_browser_lock_has_what_is_packed() -> None:
    """Every package that the build handles by name is in the lock file."""
    names = {item.name for item in read_locked(ROOT / "requirements" / "browser.txt")}

    assert names >= {*ZIPPED, *FROM_SOURCE}


def test_trimmed_lock_follows_pyodides_form(make_wheel: MakeWheel) -> None:
    """Dependencies are those that hold in the browser and that the site serves."""
    needs = ["Util", "other; sys_platform == 'win32'", "more; extra == 'x'", "zipped"]
    app = make_wheel("app", "1.0", needs, ["app/__init__.py", "single.py", "app/data.txt"])
    wheels = {"app": app, "util": make_wheel("util", "2.0"), "other": make_wheel("other", "3")}

    lock = trimmed_lock(wheels, {"python": "3.14.2"})

    assert lock["info"] == {"python": "3.14.2"}
    assert lock["packages"]["app"] == {
        "depends": ["util"],
        "file_name": "app-1.0-py3-none-any.whl",
        "imports": ["app", "single"],
        "install_dir": "site",
        "name": "app",
        "package_type": "package",
        "sha256": sha256(app.read_bytes()),
        "unvendored_tests": False,
        "version": "1.0",
    }


def test_other_packages_come_from_the_cdn() -> None:
    """What the site serves itself is left out, the rest has an absolute address and keeps its hash."""
    entry = {"file_name": "x.whl", "sha256": "ab", "tool": {}}
    distribution = {"info": {"python": "3.14.2"}, "packages": {"py_test": entry, "numpy": entry}}

    others = other_packages(distribution, {"py-test"})

    assert others["packages"] == {"numpy": {"file_name": f"{CDN}x.whl", "sha256": "ab"}}


def test_bundle_is_named_for_its_content(
    layout: Layout, make_wheel: MakeWheel, tmp_path: Path
) -> None:
    """Our package and the wheels with their metadata are in one zip, named by hash, without caches."""
    package = layout.site / "python" / "playground"
    (package / "__pycache__").mkdir(parents=True)
    (package / "runner.py").write_text("x = 1\n")
    (package / "__pycache__" / "runner.pyc").touch()
    out = tmp_path / "out"
    out.mkdir()

    write_bundle(layout, [make_wheel("pluggy", "1.0")], out)

    (bundle,) = out.iterdir()
    assert bundle.name == f"groundwork-{sha256(bundle.read_bytes())[:16]}.zip"
    assert sorted(read_zip(bundle)) == [
        "playground/runner.py",
        "pluggy-1.0.dist-info/METADATA",
        "pluggy/__init__.py",
    ]


@pytest.fixture
def source_archive(tmp_path: Path) -> Path:
    """A source archive with pure and compiled parts."""
    path = tmp_path / "pyyaml-6.0.tar.gz"
    files = {
        "lib/yaml/__init__.py": b"version = 1\n",
        "yaml/_yaml.pyx": b"compiled",
        "setup.py": b"raise SystemExit('must not run')",
        "PKG-INFO": b"Metadata-Version: 2.1\nName: PyYAML\nVersion: 6.0\n",
        "LICENSE": b"free",
    }
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            member = tarfile.TarInfo(f"pyyaml-6.0/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def test_pure_wheel_from_source(source_archive: Path, tmp_path: Path) -> None:
    """The modules become a wheel with its metadata, compiled parts and setup script stay out."""
    wheel = pure_wheel_from_source(source_archive, "lib", tmp_path)

    assert wheel.name == "pyyaml-6.0-py3-none-any.whl"
    assert sorted(zipfile.ZipFile(wheel).namelist()) == [
        "pyyaml-6.0.dist-info/METADATA",
        "pyyaml-6.0.dist-info/RECORD",
        "pyyaml-6.0.dist-info/WHEEL",
        "pyyaml-6.0.dist-info/licenses/LICENSE",
        "yaml/__init__.py",
    ]


def test_moved_modules_are_noticed(source_archive: Path, tmp_path: Path) -> None:
    """A source archive with another layout ends the build instead of giving an empty wheel."""
    with pytest.raises(Problem, match="layout has changed"):
        pure_wheel_from_source(source_archive, "src", tmp_path)
