"""Values of the model as RDF terms: what an identifier, a date, a figure or a text becomes.

Nothing here is a blank node: whatever has no identifier of its own gets one below that of what it belongs to, such
as ``claim/…/quantity/1``, so that two builds name it alike (RDF 1.1 Concepts, section 3.5 "Replacing Blank Nodes
with IRIs").
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit

from pyoxigraph import Literal, NamedNode
from rdflib.namespace import XSD
from rdflib.term import URIRef

from kg.errors import ExportError
from kg.model import When
from kg.vocabulary import EDTF, KG

Fact = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, predicate and object of one triple."""


class Statement(NamedTuple):
    """A triple in its named graph; narrower than pyoxigraph's Quad, which may hold blank nodes and quoted triples."""

    graph: NamedNode
    subject: NamedNode
    predicate: NamedNode
    object: NamedNode | Literal


_FORBIDDEN_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_PUBLISHED = (
    (re.compile(r"\d{4}"), XSD.gYear),
    (re.compile(r"\d{4}-\d\d"), XSD.gYearMonth),
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD.date),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"), XSD.dateTime),
)


@cache
def term(iri: URIRef) -> NamedNode:
    """A term of the vocabulary."""
    return NamedNode(str(iri))


@cache
def ours(name: str) -> NamedNode:
    """The term of ontology/kg.ttl of this name."""
    return term(KG[name])


class Minter:
    """Names things below one base.

    Attributes:
        base: Where the identifiers live.

    >>> Minter("https://w3id.org/kg/id/").node("claim/nine-dead-3f6c1a09be", "quantity", 1).value
    'https://w3id.org/kg/id/claim/nine-dead-3f6c1a09be/quantity/1'
    """

    def __init__(self, base: str) -> None:
        """Take the base.

        Raises:
            ExportError: If it is no absolute IRI that ends in a slash.
        """
        parts = urlsplit(base)
        sound = parts.scheme and parts.netloc and not parts.query and not parts.fragment
        if not sound or not base.endswith("/") or _FORBIDDEN_IN_IRI.search(base):
            raise ExportError(
                f"{base!r} cannot be the base of the data",
                remedy="give an absolute web address that ends in a slash, such as https://data.my.org/kg/",
            )
        self.base = base

    def node(self, identifier: str, *below: str | int) -> NamedNode:
        """The thing of this identifier, or a nameless thing that belongs to it."""
        return NamedNode("/".join((self.base + identifier, *map(str, below))))

    def graph(self, article: str) -> NamedNode:
        """The named graph of what one article says."""
        return NamedNode(f"{self.base}graph/{article.rsplit('/', 1)[-1]}")

    @property
    def terms(self) -> NamedNode:
        """The named graph of what the terms that the data use narrow."""
        return NamedNode(f"{self.base}graph/terms")

    @property
    def provenance(self) -> NamedNode:
        """The named graph of the run that made the others."""
        return NamedNode(f"{self.base}graph/provenance")

    @property
    def inferred(self) -> NamedNode:
        """The named graph of what was inferred across articles."""
        return NamedNode(f"{self.base}graph/inferred")


def text(value: str) -> Literal:
    """A text; a lone surrogate, which no RDF file can hold, becomes ``?``, so that offsets stay what they were."""
    return Literal(_SURROGATE.sub("?", value))


def boolean(*, value: bool) -> Literal:
    """``true`` or ``false``."""
    return Literal(value)


def whole(value: int) -> Literal:
    """A whole number, such as an offset or a position."""
    return Literal(value)


def decimal(value: float) -> Literal:
    """A decimal in plain digits, as short as its value allows.

    >>> decimal(0.95).value, decimal(1.0).value, decimal(1e-07).value
    ('0.95', '1.0', '0.0000001')
    """
    digits = format(Decimal(repr(float(value))), "f")
    return Literal(digits if "." in digits else f"{digits}.0", datatype=term(XSD.decimal))


def figure(value: float) -> Literal:
    """A figure: an integer where it is whole, else a decimal.

    >>> figure(4000.0).value, figure(3.5).value
    ('4000', '3.5')
    """
    if float(value).is_integer():
        return Literal(str(int(value)), datatype=term(XSD.integer))
    return decimal(value)


def date(when: When) -> Literal:
    """A date or interval in EDTF, whatever its precision, so that readers meet one datatype only."""
    return Literal(when.edtf, datatype=term(EDTF))


def published(moment: str) -> Literal:
    """When an article was published, with the XML Schema type of its precision.

    What fits none of them (a time without seconds) is cut to its day, or else stays plain text.

    >>> published("2024-10").datatype.value.rsplit("#")[-1], published("2024-10-24T08:00Z").value
    ('gYearMonth', '2024-10-24')
    """
    for candidate in (moment, moment.partition("T")[0]):
        for pattern, datatype in _PUBLISHED:
            if pattern.fullmatch(candidate):
                return Literal(candidate, datatype=term(datatype))
    return text(moment)


def address(url: str) -> Literal:
    """A web address, kept as it was read."""
    return Literal(_SURROGATE.sub("?", url), datatype=term(XSD.anyURI))
