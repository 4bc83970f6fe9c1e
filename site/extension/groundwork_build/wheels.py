"""Packages that run inside Pyodide: downloaded by hash, packed as the site's own, listed in a trimmed lock.

Writes below ``Layout.packages``::

    runtime/groundwork-<hash>.zip    on sys.path from the start: `playground`, pytest and what it needs, micropip
    wheels/*.whl                     installed when they are imported
    wheels/pyodide-lock.json         those wheels, in the form of Pyodide's own lock file
    wheels/distribution.json         the Pyodide distribution's other packages, with addresses on the CDN
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from groundwork_build import inputs
from groundwork_build.bootstrap import run_tool
from groundwork_build.layout import CDN, PYTHON_VERSION, Layout
from groundwork_build.progress import step
from groundwork_build.requirements import Locked, normalize, read_locked
from groundwork_build.wheel_files import (
    import_names,
    metadata,
    pure_wheel_from_source,
    read_zip,
    write_zip,
)

#: On sys.path as one zip, because every page needs them; one file write instead of thousands.
ZIPPED = ("iniconfig", "micropip", "packaging", "pluggy", "pygments", "pytest")
#: Have no pure wheel, but are complete without their compiled part: name → folder of modules in the source archive.
FROM_SOURCE = {"pyyaml": "lib"}
#: What environment markers see inside Pyodide.
MARKERS = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": PYTHON_VERSION,
    "sys_platform": "emscripten",
}


def ensure_packages(layout: Layout) -> None:
    """Make ``Layout.packages``, only if something it is made from has changed."""
    downloads = ensure_downloads(layout)
    sources = inputs.files_below(
        layout.site / "python", layout.pyodide / "pyodide-lock.json", *_own_code()
    )
    made_from = inputs.fingerprint(sources, *sorted(path.name for path in downloads))
    stamp = layout.work / "packages.stamp"
    if layout.packages.is_dir() and inputs.read_stamp(stamp).get("packages") == made_from:
        return
    with step("Packing the Python packages for the browser"):
        pack(layout, downloads)
    inputs.write_stamp(stamp, {"packages": made_from})


def ensure_downloads(layout: Layout) -> list[Path]:
    """Download the locked wheels, once for each state of the lock file.

    :returns: All wheels, sorted by name.
    """
    lock = layout.requirements / "browser.txt"
    folder = layout.work / "downloads"
    made_from = inputs.fingerprint([lock, *_own_code()])
    if inputs.read_stamp(folder / "stamp.json").get("lock") != made_from:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        with step("Downloading the Python packages for the browser", slow=True):
            download(read_locked(lock), folder)
        inputs.write_stamp(folder / "stamp.json", {"lock": made_from})
    return sorted(folder.glob("*.whl"))


def download(locked: list[Locked], folder: Path) -> None:
    """Fetch every locked package as a pure wheel, or make it one from its source archive."""
    wheels = [item for item in locked if item.name not in FROM_SOURCE]
    sources = [item for item in locked if item.name in FROM_SOURCE]
    target = ["--only-binary=:all:", "--implementation=py", "--abi=none", "--platform=any"]
    _pip_download(wheels, folder, [*target, f"--python-version={PYTHON_VERSION}"])
    # pip asks a source archive for its metadata, which runs its setup script: with the locked setuptools of .venv.
    _pip_download(sources, folder, ["--no-binary=:all:", "--no-build-isolation"])
    for item in sources:
        archive = next(folder.glob(f"*-{item.version}.tar.gz"))
        pure_wheel_from_source(archive, FROM_SOURCE[item.name], folder)
        archive.unlink()


def _pip_download(items: list[Locked], folder: Path, options: list[str]) -> None:
    lock = folder / "requirements.txt"
    lock.write_text("\n".join(item.block for item in items) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--require-hashes",
        "--no-deps",
        "--no-input",
    ]
    command += ["--disable-pip-version-check", *options, "-d", str(folder), "-r", str(lock)]
    run_tool("Downloading the Python packages for the browser", command)
    lock.unlink()


def pack(layout: Layout, downloads: list[Path]) -> None:
    """Fill ``Layout.packages`` from scratch; the old content stays until the new one is complete."""
    fresh = layout.work / "packages.new"
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "runtime").mkdir(parents=True)
    (fresh / "wheels").mkdir()
    wheels = {normalize(path.name.partition("-")[0]): path for path in downloads}
    write_bundle(layout, [wheels[name] for name in ZIPPED], fresh / "runtime")
    served = {name: path for name, path in wheels.items() if name not in ZIPPED}
    for path in served.values():
        shutil.copyfile(path, fresh / "wheels" / path.name)
    distribution = json.loads((layout.pyodide / "pyodide-lock.json").read_text(encoding="utf-8"))
    own = trimmed_lock(served, distribution["info"])
    _write_json(fresh / "wheels" / "pyodide-lock.json", own)
    _write_json(fresh / "wheels" / "distribution.json", other_packages(distribution, set(wheels)))
    shutil.rmtree(layout.packages, ignore_errors=True)
    os.replace(fresh, layout.packages)


def write_bundle(layout: Layout, wheels: list[Path], out: Path) -> None:
    """Write ``groundwork-<hash>.zip`` from our package and whole wheels."""
    source = layout.site / "python"
    files = {
        path.relative_to(source).as_posix(): path.read_bytes()
        for path in inputs.files_below(source)
    }
    for wheel in wheels:
        files |= read_zip(wheel)
    draft = out / "groundwork.zip"
    write_zip(draft, files)
    draft.rename(out / f"groundwork-{inputs.sha256(draft.read_bytes())[:16]}.zip")


def trimmed_lock(wheels: dict[str, Path], info: dict[str, str]) -> dict[str, Any]:
    """Lock file in Pyodide's form that lists only what the site serves itself.

    :param wheels: Wheel files by normalized name.
    :param info: The runtime's own ``info``; Pyodide refuses a lock file of another version.
    """
    return {
        "info": info,
        "packages": {name: lock_entry(wheels[name], wheels) for name in sorted(wheels)},
    }


def lock_entry(wheel: Path, wheels: dict[str, Path]) -> dict[str, Any]:
    """One package of a lock file; dependencies that are on ``sys.path`` anyway are left out."""
    files = read_zip(wheel)
    fields = metadata(files)
    needed = [Requirement(text) for text in fields.get("Requires-Dist", [])]
    depends = {normalize(r.name) for r in needed if r.marker is None or r.marker.evaluate(MARKERS)}
    return {
        "depends": sorted(name for name in depends if name in wheels),
        "file_name": wheel.name,
        "imports": import_names(files),
        "install_dir": "site",
        "name": normalize(fields["Name"][0]),
        "package_type": "package",
        "sha256": inputs.sha256(wheel.read_bytes()),
        "unvendored_tests": False,
        "version": fields["Version"][0],
    }


def other_packages(distribution: dict[str, Any], own: set[str]) -> dict[str, Any]:
    """The distribution's lock file without what the site serves itself, with absolute addresses.

    :param own: Normalized names that the site serves.
    """
    packages = {}
    for name, entry in sorted(distribution["packages"].items()):
        if normalize(name) not in own:
            kept = {key: value for key, value in entry.items() if key != "tool"}
            packages[name] = {**kept, "file_name": CDN + entry["file_name"]}
    return {"info": distribution["info"], "packages": packages}


def _own_code() -> list[Path]:
    return [Path(__file__), Path(__file__).with_name("wheel_files.py")]


def _write_json(path: Path, value: dict[str, Any]) -> None:
    path.write_text(
        json.dumps(value, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8"
    )
