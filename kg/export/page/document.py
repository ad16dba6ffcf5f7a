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

from kg.export.page.network import vis_network

SCRIPTS = (
    "data.js",
    "dom.js",
    "text.js",
    "canvas.js",
    "network.js",
    "view.js",
    "legend.js",
    "panel.js",
    "figures.js",
    "lists.js",
    "search.js",
    "main.js",
)
"""In the order in which they build on one another; together they are one scope."""


def document(content: dict[str, Any]) -> str:
    """The whole page as text."""
    library = vis_network()
    program = _program()
    style = _template("page.css")
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"script-src {_source(library)} {_source(program)}; style-src {_source(style)}"
    )
    parts = {
        "policy": policy,
        "style": style,
        "data": embedded_json(content),
        "library": library,
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


def _program() -> str:
    parts = "\n".join(_template(name) for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}\n}})();\n'


def _template(name: str) -> str:
    return files("kg.export.page").joinpath(name).read_text(encoding="utf-8")


def _source(text: str) -> str:
    """The hash by which a Content-Security-Policy lets an inline script or style through."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
