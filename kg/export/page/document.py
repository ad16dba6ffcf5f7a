"""Puts the page together: template, styles, scripts and data become one file that fetches nothing.

The page forbids itself all requests, and all scripts but its own, by a Content-Security-Policy (W3C, CSP Level 3)
that names them by hash: even markup that slipped in from an article would stay dead.
"""

import base64
import hashlib
import json
import re
from importlib.resources import files
from typing import Any

from kg.errors import ExportError
from kg.export.page.network import vis_network

SCRIPTS = (
    "data.js",
    "dom.js",
    "text.js",
    "charts.js",
    "canvas.js",
    "filters.js",
    "part.js",
    "network.js",
    "view.js",
    "legend.js",
    "panel.js",
    "dispute.js",
    "figures.js",
    "lists.js",
    "search.js",
    "main.js",
)
"""In the order in which they build on one another; together they are one scope."""

CHART_CLASS = "figure-plot"


def document(content: dict[str, Any]) -> str:
    """The whole page as text."""
    library = vis_network()
    charts = _template("plot/plot.min.js")
    program = _program()
    style = _template("page.css")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"script-src {_source(library)} {_source(charts)} {_source(program)}; "
        f"style-src {_source(style)} {_source(_style_of_charts(charts))}"
    )
    parts = {
        "policy": policy,
        "style": style,
        "data": embedded_json(content),
        "library": library,
        "charts": charts,
        "program": program,
    }
    # One pass: what an article says must never be read as a placeholder.
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], _template("page.html"))


def embedded_json(value: object) -> str:
    r"""JSON that is safe inside a script element: no ``<`` at all, so neither ``</script`` nor ``<!--``.

    Lone surrogates, which UTF-8 has no bytes for, are escaped, so that offsets stay what they were.

    >>> embedded_json({"title": "</script>"})
    '{"title":"\\u003c/script>"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").encode("utf-8", "backslashreplace").decode("utf-8")


def _style_of_charts(library: str) -> str:
    """The style sheet that Observable Plot puts into every drawing, for the class that ``charts.js`` gives it."""
    found = re.search(r"`(:where\(\.\$\{\w+\}\) \{[^`]*)`", library)
    if not found:
        raise ExportError("the copy of Observable Plot is not the one that the page was made for")
    return re.sub(r"\$\{\w+\}", CHART_CLASS, found[1])


def _program() -> str:
    parts = "\n".join(_template(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


def _template(name: str) -> str:
    return files("kg.export.page").joinpath(name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    """The hash by which a Content-Security-Policy lets an inline script or style through."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
