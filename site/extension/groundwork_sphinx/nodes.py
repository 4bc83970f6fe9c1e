"""The three doctree nodes that all our HTML is made of.

``tag`` is any HTML element, ``source`` a highlighted program, ``data`` a JSON block. Texts stay ``Text``
nodes, so Sphinx's search index and other transforms see them.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

# Elements that start on a line of their own; the rest flows in text, where a newline would be a space.
_BLOCKS = frozenset(
    "pg-cell pg-exercise pg-quiz pg-order pg-explain div section details summary ol ul li p pre nav "  # noqa: SIM905
    "table thead tbody tr th td".split()
)

_FORMATTER = HtmlFormatter(nowrap=True)


class tag(nodes.General, nodes.Element):
    """An HTML element; ``name`` is its tag, ``html`` its attributes (None: an attribute without value).

    With ``heading`` set it gets the role of a heading one level below the section it stands in.
    """


class source(nodes.General, nodes.FixedTextElement):
    """A program in ``<pre class="pg-source"><code>``; ``language`` names the lexer."""


class data(nodes.General, nodes.Invisible, nodes.Element):
    """JSON in ``<script class="pg-options">``; ``value`` is what is written."""


def element(name: str, *children: nodes.Node | str, **attributes: str | None) -> tag:
    """Make a ``tag`` node; ``class_`` stands for ``class``, ``data_state`` for ``data-state``."""
    written = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    node = tag(name=name, html=written)
    node.extend(nodes.Text(child) if isinstance(child, str) else child for child in children)
    return node


def program(text: str, language: str = "python") -> source:
    """Make a ``source`` node; the text gets its final newline if it has none."""
    text = text if text.endswith("\n") else text + "\n"
    return source(text, text, language=language)


def options(value: Mapping[str, Any]) -> data:
    """Make a JSON block for the app."""
    return data(value=dict(value))


def unwrap(container: nodes.Element) -> list[nodes.Node]:
    """Give the children of a container; those of a single paragraph without the paragraph."""
    children = list(container.children)
    if len(children) == 1 and isinstance(children[0], nodes.paragraph):
        children = list(children[0].children)
    return children


def json_text(value: Any) -> str:
    """Write JSON that can stand in a script element, whatever the strings hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # U+2028 and U+2029 end lines in JavaScript, so tools that paste this into a script stay safe.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def highlighted(text: str, language: str) -> str:
    """Highlight with CSS classes; the markup's text is exactly the given text."""
    lexer = get_lexer_by_name(language, stripnl=False)
    return str(highlight(text, lexer, _FORMATTER))


def _attributes(written: Mapping[str, str | None]) -> str:
    parts = (
        key if value is None else f'{key}="{html.escape(value)}"' for key, value in written.items()
    )
    return "".join(" " + part for part in parts)


def _visit_tag(self: HTML5Translator, node: tag) -> None:
    written: dict[str, str | None] = {}
    if node["ids"]:
        written["id"] = node["ids"][0]
    written.update(node["html"])
    if node.get("heading"):
        written.update({"role": "heading", "aria-level": str(max(self.section_level + 1, 2))})
    self.body.append(f"<{node['name']}{_attributes(written)}>")


def _depart_tag(self: HTML5Translator, node: tag) -> None:
    self.body.append(f"</{node['name']}>")
    if node["name"] in _BLOCKS:
        self.body.append("\n")


def _visit_source(self: HTML5Translator, node: source) -> None:
    code = highlighted(node.rawsource, node["language"])
    self.body.append(f'<pre class="pg-source"><code>{code}</code></pre>\n')
    raise nodes.SkipNode


def _visit_data(self: HTML5Translator, node: data) -> None:
    text = json_text(node["value"])
    self.body.append(f'<script type="application/json" class="pg-options">{text}</script>\n')
    raise nodes.SkipNode


def add_nodes(app: Sphinx) -> None:
    """Declare the nodes and their HTML."""
    app.add_node(tag, html=(_visit_tag, _depart_tag))
    app.add_node(source, html=(_visit_source, None))
    app.add_node(data, html=(_visit_data, None))
