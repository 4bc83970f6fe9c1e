"""Heads of pages: policy, settings, links."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest

from groundwork_build.csp import inline_scripts, inline_styles, policy
from groundwork_build.head import Assets, base_of, embed, with_absolute_links, with_head
from groundwork_build.problems import Problem

PAGE = '<!doctype html><html><head><meta charset="utf-8">\n<!--pg:head-->\n<title>T</title></head><body>B</body></html>'
ASSETS = Assets(style="_app/s.css", theme="_app/t.js", main="_app/m.js", chunks=("_app/c.js",))


def hash_of(text: str) -> str:
    """Hash source of a policy."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_policy_is_the_first_thing_after_charset() -> None:
    """Nothing is loaded before the policy holds."""
    page = with_head(PAGE, "a/b.html", "../", {}, ASSETS)

    assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', page)


def test_policy_allows_nothing_unsafe() -> None:
    """No inline script, no eval, no foreign host but the CDN."""
    text = policy("<script>1</script><style>a{}</style>")

    assert "unsafe" not in text
    assert re.findall(r"https?://[^\s;]+", text) == ["https://cdn.jsdelivr.net"]
    assert f"script-src 'self' '{hash_of('1')}'" in text
    assert f"style-src 'self' '{hash_of('a{}')}'" in text


def test_only_scripts_that_run_are_allowed() -> None:
    """Data blocks and files need no hash, modules and classic scripts do."""
    html = """<script type="application/json">{"a": 1}</script><script src="x.js"></script>
    <script type="module">import "x"</script><script>classic()</script><script>classic()</script>"""

    assert inline_scripts(html) == [hash_of('import "x"'), hash_of("classic()")]


def test_every_style_is_hashed_once() -> None:
    """Styles are told apart by content."""
    assert inline_styles("<style>a{}</style><style>a{}</style><style>b{}</style>") == [
        hash_of("a{}"),
        hash_of("b{}"),
    ]


def test_head_links_are_relative() -> None:
    """A page in a folder reaches the assets from anywhere the site is put."""
    page = with_head(PAGE, "a/b.html", "../", {}, ASSETS)

    addresses = re.findall(r'(?:href|src)="([^"]+)"', page)
    assert addresses == ["../_app/s.css", "../_app/t.js", "../_app/c.js", "../_app/m.js"]


def test_missing_placeholder() -> None:
    """A template that lost the placeholder is named."""
    with pytest.raises(Problem, match=r"a/b\.html"):
        with_head("<html></html>", "a/b.html", "../", {}, ASSETS)


@pytest.mark.parametrize(
    ("name", "base"), [("index.html", "./"), ("a/b.html", "../"), ("a/b/c.html", "../../")]
)
def test_base(name: str, base: str) -> None:
    """The way to the root depends on the page's depth."""
    assert base_of(name) == base


def test_settings_cannot_end_their_script() -> None:
    """Text in the settings can't break out of the script element, and reads back the same."""
    value = {"text": "</script><script>alert(1)</script>"}

    assert "<" not in embed(value)
    assert json.loads(embed(value)) == value


def test_links_of_the_404_page() -> None:
    """Relative links become absolute, all others stay."""
    page = '<a href="x.html"><a href="../y.html#z"><a href="https://e.org/"><a href="#top"><img src="/abs.png">'

    assert with_absolute_links(page, "/repo/") == (
        '<a href="/repo/x.html"><a href="/repo/y.html#z"><a href="https://e.org/"><a href="#top"><img src="/abs.png">'
    )
