"""Which formats answers come in, and which of them a client likes best.

Proactive negotiation of RFC 9110 (HTTP Semantics, 2022), section 12.5.1: the most specific range of the Accept header
gives a type its quality; the best quality wins, and of equal ones the first in our table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write an answer.

    Attributes:
        media_type: What a client asks for and is given.
        extension: The file name extension that pyoxigraph knows the format by.
    """

    media_type: str
    extension: str

    @property
    def content_type(self) -> str:
        """The media type with its character set, where it is of text."""
        text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if text else self.media_type


SOLUTIONS = (
    Format("application/sparql-results+json", "srj"),
    Format("application/sparql-results+xml", "srx"),
    Format("text/csv", "csv"),
    Format("text/tab-separated-values", "tsv"),
    Format("application/json", "srj"),
    Format("application/xml", "srx"),
    Format("text/xml", "srx"),
)
"""Formats of the answers to SELECT and ASK, the one that we like best first."""

GRAPHS = (
    Format("text/turtle", "ttl"),
    Format("application/n-triples", "nt"),
    Format("application/rdf+xml", "rdf"),
    Format("application/ld+json", "jsonld"),
    Format("text/n3", "n3"),
    Format("application/json", "jsonld"),
    Format("application/xml", "rdf"),
    Format("text/xml", "rdf"),
    Format("text/plain", "nt"),
)
"""Formats of the answers to CONSTRUCT and DESCRIBE, and of what is said about a node."""

HTML = Format("text/html", "html")


class _Range(NamedTuple):
    kind: str
    subkind: str
    quality: float


def preferred(accept: str | None, offered: Sequence[Format]) -> Format | None:
    """The format that a client likes best, or None where none will do.

    Args:
        accept: The Accept header, or None if there is none.
        offered: What there is, the one that we like best first.

    >>> preferred("text/csv;q=0.5, application/sparql-results+xml", SOLUTIONS).extension
    'srx'
    >>> preferred("text/*", SOLUTIONS).extension, preferred("image/png", SOLUTIONS)
    ('csv', None)
    """
    if accept is None or not accept.strip():
        return offered[0]
    ranges = tuple(_ranges(accept))
    best = max(offered, key=lambda one: _quality(one.media_type, ranges))
    return best if _quality(best.media_type, ranges) > 0 else None


def media_types(offered: Iterable[Format]) -> str:
    """What there is, for telling a client."""
    return ", ".join(one.media_type for one in offered)


def _ranges(accept: str) -> Iterable[_Range]:
    """The ranges that can be read; what is malformed is passed over."""
    for part in accept.split(","):
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, subkind = media.partition("/")
        if slash:
            yield _Range(kind, subkind, _weight(parameters))


def _weight(parameters: Iterable[str]) -> float:
    """The quality among the parameters of a range, from 0 to 1; 1 where there is none."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _quality(media_type: str, ranges: Iterable[_Range]) -> float:
    """How much a client wants a type; 0 where not at all."""
    kind, _, subkind = media_type.partition("/")
    fitting = [
        (one.kind != "*", one.subkind != "*", one.quality)
        for one in ranges
        if one.kind in {kind, "*"} and one.subkind in {subkind, "*"}
    ]
    return max(fitting)[2] if fitting else 0.0
