"""Puts the page together: template, styles, scripts and data become one file that fetches nothing.

The page forbids itself all requests, and all scripts but its own, by a Content-Security-Policy (W3C, CSP Level 3)
that names them by hash: even markup that slipped in from an article would stay dead.
"""

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from kg.errors import ExportError
from kg.export.page.network import vis_network

FILE_SCRIPTS = (
    "dom.js",
    "rows.js",
    "words.js",
    "file-rows.js",
    "text.js",
    "charts.js",
    "state.js",
    "filters.js",
    "file-lists.js",
    "labels.js",
    "canvas.js",
    "part.js",
    "network.js",
    "vis.js",
    "view.js",
    "legend.js",
    "panel.js",
    "dispute.js",
    "figures.js",
    "lists.js",
    "file-search.js",
    "search.js",
    "main.js",
)
"""Of the page as a file, which holds all rows and draws with vis-network; in the order in which they build on one another."""

SERVED_SCRIPTS = (
    "dom.js",
    "rows.js",
    "words.js",
    "feed.js",
    "served-rows.js",
    "text.js",
    "charts.js",
    "state.js",
    "filters.js",
    "served-lists.js",
    "labels.js",
    "columns.js",
    "shapes.js",
    "lines.js",
    "appearance.js",
    "whole.js",
    "overlay.js",
    "view.js",
    "legend.js",
    "panel.js",
    "dispute.js",
    "figures.js",
    "lists.js",
    "served-search.js",
    "search.js",
    "main.js",
)
"""Of the page as ``kg serve`` gives it, which asks for rows and draws with sigma; likewise."""

CHART_CLASS = "figure-plot"


def document(content: dict[str, Any]) -> str:
    """The page as one file that holds everything and asks nothing of any server."""
    return _page(vis_network(), FILE_SCRIPTS, embedded_json(content), connect="'none'")


def served_document() -> str:
    """The page that asks the server it came from, at addresses below ``network/``, for what it shows."""
    return _page(_template("sigma/sigma.min.js"), SERVED_SCRIPTS, "null", connect="'self'")


def _page(library: str, scripts: Sequence[str], data: str, *, connect: str) -> str:
    charts = _template("plot/plot.min.js")
    program = _program(scripts)
    style = _template("page.css")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"connect-src {connect}; "
        f"script-src {_source(library)} {_source(charts)} {_source(program)}; "
        f"style-src {_source(style)} {_source(_style_of_charts(charts))}"
    )
    parts = {
        "policy": policy,
        "style": style,
        "data": data,
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


def _program(scripts: Sequence[str]) -> str:
    """The scripts in one scope, which may wait for answers."""
    parts = "\n".join(_template(name) for name in scripts)
    return f'(async () => {{\n"use strict";\n{parts}\n}})();\n'


def _template(name: str) -> str:
    return files("kg.export.page").joinpath(name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    """The hash by which a Content-Security-Policy lets an inline script or style through."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
