#!/usr/bin/env python3
"""Command line of Groundwork: set up, build, serve, test, record, check, bench, clean.

Needs only a Python >= 3.11; everything else is fetched on the first call. This file reads the command line, the
package ``site/extension/groundwork_build`` does the work. Until ``main`` has checked the version, nothing newer than
Python 3.6 may be used here, so that an old interpreter gets a sentence and not a SyntaxError.
"""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
OLDEST_PYTHON = (3, 11)


def main(arguments):
    """Run one command; the result is the process's exit code."""
    if sys.version_info < OLDEST_PYTHON:
        found = ".".join(str(part) for part in sys.version_info[:2])
        print(
            f"Groundwork needs Python 3.11 or newer, this is Python {found}: install a newer one "
            "and call it by its name, as in `python3.14 build.py`.",
            file=sys.stderr,
        )
        return 1
    sys.path.insert(0, os.path.join(ROOT, "site", "extension"))
    from groundwork_build.cli import run

    return run(arguments, ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
