"""Reading and writing wheels and zip files so that the same input gives the same bytes."""

from __future__ import annotations

import base64
import hashlib
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

from groundwork_build.problems import Problem
from groundwork_build.requirements import normalize

#: The earliest time that a zip file can hold; no clock gets into the bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip file, names sorted, times fixed."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            # The system that made it is part of the bytes; Unix everywhere.
            entry.create_system = 3
            archive.writestr(entry, files[name])


def read_zip(path: Path) -> dict[str, bytes]:
    """Every file of a zip file by name, folders left out."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def dist_info(files: dict[str, bytes]) -> str:
    """Name of a wheel's ``.dist-info`` folder."""
    folders = {
        name.partition("/")[0] for name in files if name.partition("/")[0].endswith(".dist-info")
    }
    if len(folders) != 1:
        raise Problem(f"A wheel must have one .dist-info folder, this one has {sorted(folders)}.")
    return folders.pop()


def metadata(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Header fields of a wheel's METADATA, every field as a list."""
    message = Parser().parsestr(files[f"{dist_info(files)}/METADATA"].decode())
    return {key: [str(value) for value in message.get_all(key, [])] for key in message.keys()}  # noqa: SIM118


def import_names(files: dict[str, bytes]) -> list[str]:
    """Top-level modules and packages that a wheel brings."""
    tops = {name.partition("/")[0] for name in files if name.endswith(".py")}
    return sorted(
        top.removesuffix(".py") for top in tops if not top.endswith((".dist-info", ".data"))
    )


def pure_wheel_from_source(source: Path, module_root: str, out: Path) -> Path:
    """Make a pure wheel from a source archive without running anything of it.

    Only for packages that need no build step when their compiled parts are left out, as PyYAML: its modules below
    ``lib/`` are the whole pure package.

    :param source: ``name-version.tar.gz``.
    :param module_root: Folder in the archive whose content is importable, as ``lib``.
    :param out: Folder for the wheel.
    """
    with tarfile.open(source) as archive:
        members = {m.name.partition("/")[2]: m for m in archive.getmembers() if m.isfile()}
        read = {name: archive.extractfile(member) for name, member in members.items()}
        content = {name: stream.read() for name, stream in read.items() if stream is not None}
    name, _, version = source.name.removesuffix(".tar.gz").rpartition("-")
    stem = f"{normalize(name).replace('-', '_')}-{version}"
    files = {
        path.removeprefix(f"{module_root}/"): data
        for path, data in content.items()
        if path.startswith(f"{module_root}/") and path.endswith(".py")
    }
    if not files:
        raise Problem(
            f"{source.name} has no Python files below {module_root}/: its layout has changed."
        )
    info = f"{stem}.dist-info"
    files[f"{info}/METADATA"] = content["PKG-INFO"]
    files[f"{info}/licenses/LICENSE"] = content["LICENSE"]
    files[f"{info}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: groundwork\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    wheel = out / f"{stem}-py3-none-any.whl"
    write_zip(wheel, files)
    return wheel


def _record(files: dict[str, bytes], own_name: str) -> bytes:
    lines = []
    for name in sorted(files):
        digest = (
            base64.urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
        )
        lines.append(f"{name},sha256={digest},{len(files[name])}\n")
    return "".join([*lines, f"{own_name},,\n"]).encode()
