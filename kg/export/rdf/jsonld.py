"""JSON-LD with short names: compaction against ontology/context.jsonld (JSON-LD 1.1, W3C 2020).

Identifiers are written relative to the base, so that they are those of the tables: ``claim/…``, ``article/…``. The
context is written into the file: a reader that had to fetch it would tell its server what is being read.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import Literal, NamedNode
from rdflib.namespace import RDF, XSD

from kg.export.rdf.terms import Statement
from kg.vocabulary import ontology_file

Json = str | int | bool | dict[str, "Json"] | list["Json"]

_SAFE_INTEGER = 2**53
"""From here on JSON readers lose digits (RFC 8259, section 6)."""


def jsonld(rows: Iterable[Statement], base: str) -> Iterator[str]:
    """The quads, which come one graph after the other and sorted by subject, as one JSON-LD document, piece by piece."""
    context = json.loads(ontology_file("context.jsonld").read_text(encoding="utf-8"))["@context"]
    compact = Compaction(context, base)
    yield f'{{\n "@context": {_indented({"@base": base, **context}, 1)},\n "@graph": ['
    separator = "\n  "
    for name, members in groupby(rows, key=lambda row: row.graph):
        graph = {"id": compact.iri(name.value), "@graph": compact.nodes(members)}
        yield separator + _indented(graph, 2)
        separator = ",\n  "
    yield "\n ]\n}\n"


def _indented(value: object, depth: int) -> str:
    """JSON that stands so deep in a document; strings have no line breaks of their own."""
    lines = json.dumps(value, ensure_ascii=False, indent=1).split("\n")
    return ("\n" + " " * depth).join(lines)


class Compaction:
    """Shortens IRIs and values by a context whose terms are plain or coerce to a type."""

    def __init__(self, context: dict[str, str | dict[str, str]], base: str) -> None:
        """Turn the context round: from IRIs to terms."""
        self._base = base
        self._prefixes = {
            prefix: iri
            for prefix, iri in context.items()
            if isinstance(iri, str) and iri.endswith(("/", "#"))
        }
        self._terms: dict[str, str] = {}
        self._coercions: dict[str, str] = {}
        for name, meaning in context.items():
            if name in self._prefixes or meaning in ("@id", "@type"):
                continue
            definition = {"@id": meaning} if isinstance(meaning, str) else meaning
            iri = self._expanded(definition["@id"])
            self._terms[iri] = name
            self._coercions[iri] = self._expanded(definition.get("@type", ""))

    def iri(self, iri: str) -> str:
        """An identifier: relative to the base, or with a prefix, or in full."""
        if iri.startswith(self._base):
            return iri.removeprefix(self._base)
        for prefix, namespace in self._prefixes.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri

    def nodes(self, rows: Iterable[Statement]) -> list[dict[str, Json]]:
        """One object a subject, in the order given."""
        return [
            {"id": self.iri(subject.value), **self._facts(facts)}
            for subject, facts in groupby(rows, key=lambda row: row.subject)
        ]

    def _facts(self, rows: Iterable[Statement]) -> dict[str, Json]:
        facts: dict[str, Json] = {}
        for predicate, members in groupby(rows, key=lambda row: row.predicate.value):
            name = "type" if predicate == str(RDF.type) else self._name(predicate)
            values = [self._value(predicate, member.object) for member in members]
            facts[name] = values[0] if len(values) == 1 else values
        return facts

    def _name(self, iri: str) -> str:
        return self._terms.get(iri) or self.iri(iri)

    def _value(self, predicate: str, value: NamedNode | Literal) -> Json:
        coercion = self._coercions.get(predicate, "")
        if isinstance(value, NamedNode):
            if predicate == str(RDF.type):
                return self._name(value.value)
            short = self.iri(value.value)
            return short if coercion == "@id" else {"id": short}
        if value.datatype.value == coercion:
            return value.value
        native = None if coercion else _native(value)
        if native is not None:
            return native
        return {"@type": self.iri(value.datatype.value), "@value": value.value}

    def _expanded(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self._prefixes[prefix] + local if prefix in self._prefixes else name


def _native(value: Literal) -> str | int | bool | None:
    """The JSON value that means the literal, or None where none does."""
    datatype = value.datatype.value
    if datatype == str(XSD.string):
        return value.value
    if datatype == str(XSD.boolean):
        return value.value == "true"
    if datatype == str(XSD.integer) and abs(int(value.value)) < _SAFE_INTEGER:
        return int(value.value)
    return None
