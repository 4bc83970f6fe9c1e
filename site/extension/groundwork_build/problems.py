"""Errors that end a command with one sentence and its mend.

Problem            something outside the code is missing or in the way
└─ BuildFailed     a tool has already printed what is wrong; only the last sentence is left to say
"""

from __future__ import annotations

import errno
import re


class Problem(Exception):
    """One clear sentence for the person at the terminal; the command exits with code 1."""


class BuildFailed(Problem):
    """A tool of the build reported errors of its own above this sentence."""


_NETWORK = re.compile(
    r"Failed to establish a new connection|Temporary failure in name resolution|getaddrinfo"
    r"|Network is unreachable|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH"
    r"|Connection refused|ReadTimeout|NameResolutionError|ProxyError|net::ERR_",
    re.IGNORECASE,
)
_DISK = re.compile(r"No space left on device|ENOSPC|not enough space|Errno 28", re.IGNORECASE)
_HASH = re.compile(r"DO NOT MATCH THE HASHES|EINTEGRITY", re.IGNORECASE)

DISK_FULL = (
    "The disk is full: make some room (about 1.5 GB are needed in all), then call this again."
)


def explain(what: str, output: str) -> Problem:
    """Turn the output of a tool that failed into one sentence.

    :param what: What was being done, as "Installing the Python packages".
    :param output: Everything the tool printed.
    """
    if _DISK.search(output):
        return Problem(DISK_FULL)
    if _HASH.search(output):
        return Problem(
            f"{what} stopped: a downloaded file is not the one that was locked. Don't use it; try "
            "another network, or see requirements/README.md if you have just changed a dependency."
        )
    if _NETWORK.search(output):
        return Problem(
            f"{what} needs the network, which can't be reached: connect (or set HTTPS_PROXY), "
            "then call this again."
        )
    last = [line.strip() for line in output.splitlines() if line.strip()]
    return Problem(f"{what} failed: {last[-1] if last else 'the tool said nothing'}")


def explain_os_error(error: OSError) -> Problem:
    """Turn an ``OSError`` that nobody answered into one sentence."""
    if error.errno == errno.ENOSPC:
        return Problem(DISK_FULL)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Problem(f"No permission to write {error.filename}: change its owner or its rights.")
    return Problem(f"{type(error).__name__}: {error}")
