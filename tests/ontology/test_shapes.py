"""Every shape is alive: a sound graph passes, and for each shape one broken graph is rejected with its message.

A case breaks the sample graph by a SPARQL update. ``$article``, ``$claim`` and so on stand for nodes of the sample.
"""

from collections.abc import Mapping
from string import Template

import pytest
from rdflib import OWL, RDF, Graph, Namespace
from rdflib.namespace import SH
from rdflib.term import Node

from kg.export.rdf import statements
from kg.graph import assemble
from kg.query.check import shape_violations
from kg.vocabulary import DATA_BASE, KG, PREFIXES, ontology_file
from tests.factory import Pile, sample_collection

SHAPE = Namespace("https://w3id.org/kg/shapes#")
ENTITIES = ("Source", "Person", "Expert", "Organization", "Unit", "Event", "Place")

PILE = Pile()
NODES = {
    "article": f"<{DATA_BASE}{PILE.first.id}>",
    "claim": f"<{DATA_BASE}{PILE.nine.id}>",
    "relayed": f"<{DATA_BASE}{PILE.eleven.id}>",
    "open": f"<{DATA_BASE}{PILE.evacuated.id}/quantity/1>",
    "flood": f"<{DATA_BASE}{PILE.flood.id}>",
    "expert": f"<{DATA_BASE}{PILE.expert.id}>",
    "nobody": f"<{DATA_BASE}person/nobody>",
}

BROKEN = {
    "Quantity": "DELETE { ?q schema:value ?v } WHERE { ?q schema:value ?v }",
    # articles
    "articleBody": "DELETE { $article schema:articleBody ?t } WHERE { $article schema:articleBody ?t }",
    "file": "INSERT DATA { $article kg:file 'a second place.txt' }",
    "headline": "INSERT DATA { $article schema:headline 'A second headline' }",
    "publishedBy": "INSERT DATA { $article kg:publishedBy $nobody }",
    "reprints": "INSERT DATA { $article kg:reprints $nobody }",
    "hash": "DELETE { $article schema:sha256 ?h } INSERT { $article schema:sha256 '49db' } WHERE { $article schema:sha256 ?h }",
    # claims
    "text": "DELETE { $claim schema:text ?t } WHERE { $claim schema:text ?t }",
    "article": "DELETE { $claim prov:wasQuotedFrom ?a } WHERE { $claim prov:wasQuotedFrom ?a }",
    "content": "DELETE { $claim kg:content ?s } WHERE { $claim kg:content ?s }",
    "style": "INSERT DATA { $claim kg:style kg:shouted }",
    "modality": "DELETE { $claim kg:modality ?m } WHERE { $claim kg:modality ?m }",
    "polarity": "INSERT DATA { $claim kg:polarity kg:sour }",
    "confidence": "DELETE { $claim kg:confidence ?c } INSERT { $claim kg:confidence 1.5 } WHERE { $claim kg:confidence ?c }",
    "origins": "DELETE { $claim kg:origins ?n } INSERT { $claim kg:origins 0 } WHERE { $claim kg:origins ?n }",
    "said": "DELETE { $claim kg:said ?d } INSERT { $claim kg:said 'last week'^^edtf:EDTF } WHERE { $claim kg:said ?d }",
    "holds": "INSERT DATA { $claim kg:holds '2031-03-04'^^xsd:date }",
    "speaker": "INSERT DATA { $claim prov:wasAttributedTo $nobody }",
    "via": "INSERT DATA { $claim kg:via $article }",
    "relay": "INSERT DATA { $claim kg:relay $nobody }",
    "about": "INSERT DATA { $claim kg:about $nobody }",
    "hasQuantity": "INSERT DATA { $claim kg:hasQuantity $nobody }",
    "contradicts": "INSERT DATA { $claim kg:contradicts $relayed }",
    "corroborates": "INSERT DATA { $claim kg:corroborates $relayed }",
    "updates": "INSERT DATA { $claim kg:updates $nobody }",
    # places in the text
    "start": "DELETE { ?s oa:start ?n } INSERT { ?s oa:start 99999 } WHERE { $claim kg:content ?s . ?s oa:start ?n }",
    "end": "DELETE { ?s oa:end ?n } WHERE { $claim kg:content ?s . ?s oa:end ?n }",
    "selects": "INSERT DATA { $nobody a kg:Passage }",
    "exact": "DELETE { ?q oa:exact ?t } WHERE { ?q oa:exact ?t }",
    "prefix": "DELETE { ?q oa:prefix ?t } WHERE { ?q oa:prefix ?t }",
    "suffix": "DELETE { ?q oa:suffix ?t } INSERT { ?q oa:suffix 7 } WHERE { ?q oa:suffix ?t }",
    # figures and steps
    "value": "INSERT { ?q schema:value 'nine' } WHERE { $claim kg:hasQuantity ?q }",
    "minValue": "INSERT DATA { $open schema:maxValue 3 }",
    "maxValue": "INSERT DATA { $open schema:maxValue 5000, 6000 }",
    "unitText": "INSERT DATA { $open schema:unitText '' }",
    "scope": "INSERT DATA { $open kg:scope kg:part, kg:total }",
    "measure": "INSERT DATA { $open kg:measure 'displaced' }",
    "agent": "DELETE { ?r prov:agent ?e } WHERE { $relayed kg:relay ?r . ?r prov:agent ?e }",
    "position": "INSERT { ?r kg:position 0 } WHERE { $relayed kg:relay ?r }",
    # entities
    "kind": "INSERT DATA { $expert a kg:Person }",
    "name": "DELETE { $expert schema:name ?n } WHERE { $expert schema:name ?n }",
    "named": "INSERT DATA { $expert kg:named 'perhaps' }",
    "Informant": "INSERT DATA { $nobody a kg:Informant }",
    "Entity": "INSERT DATA { $nobody a kg:Entity }",
    "role": "INSERT DATA { $expert kg:role 'engineer' }",
    "affiliatedWith": "INSERT DATA { $expert kg:affiliatedWith $nobody }",
    "partOf": "INSERT DATA { $expert kg:partOf $nobody }",
    "locatedIn": "INSERT DATA { $expert kg:locatedIn $flood }",
    "declinedToComment": "INSERT DATA { $expert kg:declinedToComment $flood }",
    "eventKind": "INSERT DATA { $flood kg:eventKind 'flood' }",
    "when": "INSERT DATA { $flood kg:when '2031'^^edtf:EDTF }",
    # judgements
    "left": "INSERT { ?j kg:left $claim } WHERE { ?j a kg:Contradiction }",
    "right": "DELETE { ?j kg:right ?c } WHERE { ?j kg:right ?c }",
    "basis": "DELETE { ?j kg:basis ?b } WHERE { ?j kg:basis ?b }",
    "why": "DELETE { ?j kg:why ?w } WHERE { ?j kg:why ?w }",
    "score": "DELETE { ?j kg:score ?s } WHERE { ?j kg:score ?s }",
    "rule": "DELETE { ?j kg:rule ?r } INSERT { ?j kg:rule '' } WHERE { ?j kg:rule ?r }",
    "Relation": "INSERT DATA { $nobody a kg:Relation }",
    "independent": "INSERT { ?j kg:independent 'perhaps' } WHERE { ?j a kg:Update }",
    "disputed": "DELETE { ?a kg:contradicts ?b } WHERE { ?a kg:contradicts ?b }",
    "confirmed": "DELETE { ?a kg:corroborates ?b } WHERE { ?a kg:corroborates ?b }",
    "updated": "DELETE { ?a kg:updates ?b } WHERE { ?a kg:updates ?b }",
    # named graphs
    "readFrom": "INSERT { ?g prov:wasDerivedFrom $article, $expert } WHERE { ?g a prov:Bundle }",
    "madeBy": "DELETE { ?g prov:wasGeneratedBy ?r } WHERE { ?g prov:wasGeneratedBy ?r }",
    "programName": "DELETE { ?p schema:name ?n } WHERE { ?p a prov:SoftwareAgent ; schema:name ?n }",
    "softwareVersion": "DELETE { ?p schema:softwareVersion ?v } WHERE { ?p schema:softwareVersion ?v }",
    "ranBy": "DELETE { ?r prov:wasAssociatedWith ?p } WHERE { ?r prov:wasAssociatedWith ?p }",
    "read": "INSERT { ?r prov:used $nobody . $nobody schema:sha256 'secret' } WHERE { ?r a prov:Activity }",
    "fileName": "DELETE { ?f schema:name ?n } WHERE { ?f a schema:MediaObject ; schema:name ?n }",
    "fileHash": "DELETE { ?f schema:sha256 ?h } WHERE { ?f a schema:MediaObject ; schema:sha256 ?h }",
    # closed lists
    "Style": "INSERT DATA { $nobody a kg:Style }",
    "Modality": "INSERT DATA { $nobody a kg:Modality }",
    "Polarity": "INSERT DATA { $nobody a kg:Polarity }",
    "Scope": "INSERT DATA { $nobody a kg:Scope }",
    "Basis": "INSERT DATA { $nobody a kg:Basis }",
    # measures
    "measureLabel": "INSERT DATA { $nobody a kg:Measure }",
    "growth": "INSERT DATA { $nobody a kg:Measure ; kg:growth 'shrinking' }",
    "measures": "INSERT DATA { $nobody a kg:Measure ; kg:measures $flood }",
    "kindLabel": "INSERT DATA { $nobody a kg:EventKind }",
}

SHAPES = Graph().parse(ontology_file("shapes.ttl"))


@pytest.fixture
def sound() -> Graph:
    rows = statements(assemble(sample_collection()))
    return Graph().parse(data="\n".join(f"{s} {p} {o} ." for _, s, p, o in rows), format="nt")


def message(shape: str) -> str:
    return str(SHAPES.value(SHAPE[shape], SH.message))


def messages(graph: Graph) -> list[str]:
    return [violation.message for violation in shape_violations(graph)]


def broken(graph: Graph, update: str, nodes: Mapping[str, str] = NODES) -> Graph:
    graph.update(Template(update).substitute(nodes), initNs=PREFIXES)
    return graph


def test_sound_graph_passes(sound: Graph) -> None:
    assert messages(sound) == []


def test_scheme_of_measures_passes() -> None:
    assert messages(Graph().parse(ontology_file("measures.ttl"))) == []


@pytest.mark.parametrize("shape", BROKEN)
def test_broken_graph_is_rejected_with_the_message_of_the_shape(sound: Graph, shape: str) -> None:
    found = messages(broken(sound, BROKEN[shape]))
    assert any(said.startswith(message(shape)) for said in found), found


@pytest.mark.parametrize("kind", ENTITIES)
def test_entity_of_any_kind_without_a_name_is_rejected(kind: str) -> None:
    update = f"INSERT DATA {{ $nobody a kg:{kind} ; kg:named true }}"
    found = set(messages(broken(Graph(), update)))
    assert found == {message("name")}


def test_every_message_has_a_case() -> None:
    assert {str(shape).removeprefix(SHAPE) for shape in SHAPES.subjects(SH.message)} == set(BROKEN)


def test_every_class_of_the_ontology_has_a_shape_of_its_name() -> None:
    ontology = Graph().parse(ontology_file("kg.ttl"))
    ours = {
        term for term in ontology.subjects(RDF.type, OWL.Class) if str(term).startswith(str(KG))
    }
    for term in ours:
        shape = SHAPE[str(term).removeprefix(str(KG))]
        assert (shape, SH.targetClass, term) in SHAPES, term


def test_every_shape_of_a_class_can_fail() -> None:
    """Each has a case of its own, or parts that each have one."""
    for shape in SHAPES.subjects(SH.targetClass):
        parts = {str(part).removeprefix(SHAPE) for part in SHAPES.objects(shape, SH.property)}
        assert parts <= set(BROKEN), shape
        assert parts or str(shape).removeprefix(SHAPE) in BROKEN, shape


def test_every_class_of_the_data_has_a_shape(sound: Graph) -> None:
    assert set(sound.objects(None, RDF.type)) <= set(SHAPES.objects(None, SH.targetClass))


def test_every_property_shape_of_the_file_is_used() -> None:
    paths: set[Node] = set(SHAPES.subjects(SH.path))
    used = {*SHAPES.objects(None, SH.property), *SHAPES.objects(None, RDF.first)}
    assert paths <= used
