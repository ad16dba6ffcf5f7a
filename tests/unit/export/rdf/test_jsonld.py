import json

import pytest
from pyoxigraph import Literal, NamedNode
from rdflib.namespace import RDF, XSD

from kg.export.rdf.jsonld import Compaction, Json, jsonld
from kg.export.rdf.terms import Statement, term
from kg.vocabulary import KG, OA, SCHEMA

BASE = "https://data.harrow.test/kg/"
CONTEXT: dict[str, str | dict[str, str]] = {
    "kg": str(KG),
    "oa": str(OA),
    "xsd": str(XSD),
    "id": "@id",
    "type": "@type",
    "Claim": "kg:Claim",
    "about": {"@id": "kg:about", "@type": "@id"},
    "score": {"@id": "kg:score", "@type": "xsd:decimal"},
    "start": "oa:start",
}
NODE = NamedNode(f"{BASE}claim/x-1")


def row(predicate: NamedNode, value: NamedNode | Literal, graph: str = "graph/a") -> Statement:
    return Statement(NamedNode(BASE + graph), NODE, predicate, value)


def compacted(predicate: NamedNode, value: NamedNode | Literal) -> dict[str, Json]:
    (node,) = Compaction(CONTEXT, BASE).nodes([row(predicate, value)])
    del node["id"]
    return node


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (f"{BASE}claim/x-1", "claim/x-1"),
        (str(KG.direct), "kg:direct"),
        ("https://elsewhere.test/x", "https://elsewhere.test/x"),
    ],
)
def test_identifiers_are_relative_prefixed_or_full(iri: str, short: str) -> None:
    assert Compaction(CONTEXT, BASE).iri(iri) == short


@pytest.mark.parametrize(
    ("predicate", "value", "expected"),
    [
        (RDF.type, term(KG.Claim), {"type": "Claim"}),
        (RDF.type, term(KG.Unit), {"type": "kg:Unit"}),
        (KG.about, NamedNode(f"{BASE}event/flood-1"), {"about": "event/flood-1"}),
        (KG.via, NamedNode(f"{BASE}person/pell-1"), {"kg:via": {"id": "person/pell-1"}}),
        (KG.score, Literal("0.9", datatype=term(XSD.decimal)), {"score": "0.9"}),
        (OA.start, Literal(4), {"start": 4}),
        (KG.named, Literal(True), {"kg:named": True}),  # noqa: FBT003
        (KG.named, Literal(False), {"kg:named": False}),  # noqa: FBT003
        (SCHEMA.text, Literal("a “b”\n"), {"https://schema.org/text": "a “b”\n"}),
        (OA.start, Literal("2.5", datatype=term(XSD.decimal)), {"start": {"@type": "xsd:decimal", "@value": "2.5"}}),
        (OA.start, Literal(str(2**60), datatype=term(XSD.integer)), {"start": {"@type": "xsd:integer", "@value": str(2**60)}}),
        (KG.score, Literal("high"), {"score": {"@type": "xsd:string", "@value": "high"}}),
    ],
)  # fmt: skip
def test_values_are_as_short_as_the_context_allows(
    predicate: str, value: NamedNode | Literal, expected: dict[str, Json]
) -> None:
    assert compacted(NamedNode(str(predicate)), value) == expected


def test_several_values_become_a_list_in_the_order_given() -> None:
    rows = [row(term(KG.about), NamedNode(f"{BASE}event/{name}")) for name in ("b", "a")]
    assert Compaction(CONTEXT, BASE).nodes(rows) == [
        {"id": "claim/x-1", "about": ["event/b", "event/a"]}
    ]


def test_document_carries_its_context_and_one_object_a_graph() -> None:
    rows = [row(term(KG.hedge), Literal("some"), name) for name in ("graph/a", "graph/inferred")]
    document = json.loads("".join(jsonld(rows, BASE)))
    assert document["@context"]["@base"] == BASE
    assert document["@context"]["hedge"] == "kg:hedge"
    assert [graph["id"] for graph in document["@graph"]] == ["graph/a", "graph/inferred"]
    assert document["@graph"][0]["@graph"] == [{"id": "claim/x-1", "hedge": "some"}]
