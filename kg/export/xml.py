"""Writes XML element by element, so that a document never stands in memory.

Follows Extensible Markup Language 1.0, fifth edition. Line ends and tabs in attributes are written as references, because
a reader would turn them into spaces otherwise (section 3.3.3). Texts have to be `clean`.
"""

import re
from collections.abc import Mapping
from typing import TextIO
from xml.sax.saxutils import escape

# Line ends of XML 1.1, which some readers of XML 1.0 turn into plain ones.
_BREAKS = {"\x85": "&#x85;", "\u2028": "&#x2028;"}
_REFERENCES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;", **_BREAKS}
_SPECIAL = re.compile('[&<>"\n\t\r\x85\u2028]')
_INDENT = "  "


def quoted(text: str) -> str:
    r"""The text as it stands in an attribute, in quotation marks.

    >>> quoted('a "b" & c\n')
    '"a &quot;b&quot; &amp; c&#10;"'
    """
    return f'"{escape(text, _REFERENCES) if _SPECIAL.search(text) else text}"'


class XmlWriter:
    """Writes the elements of one document into a stream, each on a line of its own."""

    def __init__(self, stream: TextIO) -> None:
        """Begin a document."""
        self._stream = stream
        self._opened: list[str] = []
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')

    def open(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Write the start of an element that others stand in."""
        self._line(f"<{name}{_written(attributes or {})}>")
        self._opened.append(name)

    def close(self) -> None:
        """Write the end of the element that was opened last."""
        name = self._opened.pop()
        self._line(f"</{name}>")

    def empty(self, name: str, attributes: Mapping[str, str]) -> None:
        """Write an element with nothing in it."""
        self._line(f"<{name}{_written(attributes)}/>")

    def text(self, name: str, attributes: Mapping[str, str], text: str) -> None:
        """Write an element with a text in it."""
        self._line(f"<{name}{_written(attributes)}>{escape(text, _BREAKS)}</{name}>")

    def raw(self, element: str) -> None:
        """Write what is XML already: the shorter way where there are very many."""
        self._line(element)

    def _line(self, element: str) -> None:
        self._stream.write(f"{_INDENT * len(self._opened)}{element}\n")


def _written(attributes: Mapping[str, str]) -> str:
    return "".join([f" {name}={quoted(value)}" for name, value in attributes.items()])
