"""What the build writes into the head of every page."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

from groundwork_build.csp import policy
from groundwork_build.problems import Problem

PLACEHOLDER = "<!--pg:head-->"
_CHARSET = re.compile(r"<meta charset=\"utf-8\"\s*/?>\s*", re.IGNORECASE)
_LINK = re.compile(
    r"(\s(?:href|src)=\")((?:\./|\.\./)*)(?![a-z][a-z0-9+.-]*:|/|#|\"|\?)([^\"]*\")", re.IGNORECASE
)


@dataclass(frozen=True)
class Assets:
    """Addresses relative to the site's root."""

    style: str
    theme: str
    main: str
    #: Chunks that `main` loads at once.
    chunks: tuple[str, ...]
    #: Only under `serve`: reloads the page after a rebuild.
    reload: str = ""


def base_of(name: str) -> str:
    """Path from a page to the site's root, as `./` or `../`.

    :param name: Address of the page relative to the root, as `a-python-core/names.html`.
    """
    return "../" * name.count("/") or "./"


def with_head(page: str, name: str, base: str, config: dict[str, Any], assets: Assets) -> str:
    """Put policy, settings, style and scripts into a page.

    :param page: HTML with the placeholder.
    :param name: For the error message.
    :param base: Path from the page to the site's root, ends in `/`.
    :param config: `PageConfig` of protocol.ts.
    :raises Problem: the page has no place for it.
    """
    if PLACEHOLDER not in page or not _CHARSET.search(page):
        raise Problem(
            f"{name} lacks {PLACEHOLDER} or <meta charset>: every template starts from site/templates/base.html."
        )
    lines = [f'<script type="application/json" id="pg-config">{embed(config)}</script>']
    lines.append(f'<link rel="stylesheet" href="{base}{assets.style}">')
    lines.append(f'<script src="{base}{assets.theme}"></script>')
    lines += [f'<link rel="modulepreload" href="{base}{chunk}">' for chunk in assets.chunks]
    lines.append(f'<script type="module" src="{base}{assets.main}"></script>')
    if assets.reload:
        lines.append(f'<script type="module" src="{base}{assets.reload}"></script>')
    filled = page.replace(PLACEHOLDER, "\n    ".join(lines), 1)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy(filled), quote=False)}">'
    return _CHARSET.sub(f'<meta charset="utf-8">\n    {meta}\n    ', filled, count=1)


def embed(value: object) -> str:
    """JSON that can stand in a script element."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).replace(
        "<", "\\u003c"
    )


def with_absolute_links(page: str, base: str) -> str:
    """Make relative links absolute; for the 404 page, which is shown at addresses of any depth.

    :param base: Path of the site on its host, begins and ends with `/`.
    """
    return _LINK.sub(lambda found: f"{found[1]}{base}{found[3]}", page)
