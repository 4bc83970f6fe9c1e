"""Content-Security-Policy of one page, computed from the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from groundwork_build.inputs import integrity
from groundwork_build.layout import CDN_ORIGIN

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
#: Types that run; other blocks are data, which no policy needs to allow.
_RUNS = {"", "text/javascript", "application/javascript", "module", "importmap", "speculationrules"}


def policy(html: str) -> str:
    """The strictest policy that the page works under: hashes of what stands in it, nothing unsafe."""
    scripts = " ".join(f"'{value}'" for value in inline_scripts(html))
    styles = " ".join(f"'{value}'" for value in inline_styles(html))
    directives = [
        "default-src 'none'",
        f"script-src 'self' {scripts}",
        f"style-src 'self' {styles}",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        f"connect-src 'self' {CDN_ORIGIN}",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-src 'none'",
    ]
    return "; ".join(directive.strip() for directive in directives)


def inline_scripts(html: str) -> list[str]:
    """Hashes of the scripts in a page that run, in page order, each once."""
    return _hashes(text for attributes, text in _SCRIPT.findall(html) if _runs(attributes))


def inline_styles(html: str) -> list[str]:
    """Hashes of the style elements in a page, in page order, each once."""
    return _hashes(_STYLE.findall(html))


def _runs(attributes: str) -> bool:
    if re.search(r"\bsrc\s*=", attributes, re.IGNORECASE):
        return False
    found = _TYPE.search(attributes)
    return (found[1].lower() if found else "") in _RUNS


def _hashes(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(integrity(text.encode()) for text in texts))
