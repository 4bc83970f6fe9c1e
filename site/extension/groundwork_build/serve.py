"""``build.py serve``: builds, serves, rebuilds what changes, reloads open pages."""

from __future__ import annotations

import urllib.request
import webbrowser
from collections.abc import Iterable
from pathlib import Path

from groundwork_build.layout import Layout
from groundwork_build.pipeline import Choices, build_site
from groundwork_build.problems import Problem, explain_os_error
from groundwork_build.progress import say, step
from groundwork_build.static_server import SiteServer

#: Milliseconds that must pass without a change before a rebuild; editors write in several steps.
QUIET_MS = 150
_IGNORED = {"node_modules", "__pycache__", ".ruff_cache", ".mypy_cache"}
_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", ".pyc")


def serve_site(layout: Layout, port: int, open_browser: bool) -> int:
    """Serve until Ctrl-C.

    :raises Problem: the port is taken, or the first build fails.
    """
    server = SiteServer(layout.root / "dist", port)
    choices = Choices(out=server.folder, allow_stale=True, dev=True)
    build_site(layout, choices)
    server.start()
    _wait_until_it_answers(server.url)
    print(
        f"Groundwork is at {server.url} (Ctrl-C ends it; changes are rebuilt at once)", flush=True
    )
    if open_browser:
        webbrowser.open(server.url)
    try:
        _rebuild_forever(layout, choices, server)
    finally:
        server.stop()
    return 0


def is_source(path: str) -> bool:
    """Whether a changed file can change the site."""
    parts = Path(path).parts
    return (
        not _IGNORED.intersection(parts)
        and not parts[-1].endswith(_LEFTOVERS)
        and not parts[-1].startswith(".#")
    )


def _rebuild_forever(layout: Layout, choices: Choices, server: SiteServer) -> None:
    from watchfiles import watch

    folders = [layout.lessons, layout.exercises, layout.site]
    for changes in watch(
        *folders, watch_filter=lambda _, path: is_source(path), debounce=1600, step=QUIET_MS
    ):
        rebuild(layout, choices, server, {path for _, path in changes})


def rebuild(layout: Layout, choices: Choices, server: SiteServer, changed: Iterable[str]) -> bool:
    """Build again; on an error the last good build stays.

    :returns: Whether it worked.
    """
    names = sorted(Path(path).name for path in changed)
    try:
        with step(
            f"Rebuilt after a change of {', '.join(names[:3])}{' …' if len(names) > 3 else ''}",
            slow=False,
        ):
            build_site(layout, choices)
    except Problem as problem:
        say(f"{problem} Still serving the last good build.")
        return False
    except OSError as error:
        # A file can vanish between the change and the build; the next change builds again.
        say(f"{explain_os_error(error)} Still serving the last good build.")
        return False
    say("Rebuilt.")
    server.tell_pages("rebuilt")
    return True


def _wait_until_it_answers(url: str) -> None:
    # Without proxies: a proxy knows nothing of this machine's own address.
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=10):
        pass
