"""The terms in code are those of ontology/kg.ttl, both ways, and the data use none that it does not declare."""

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SKOS

from kg.export.rdf import statements
from kg.graph import EdgeKind, NodeKind, assemble
from kg.model import Basis, EntityKind, Modality, Polarity, Scope, Style
from kg.vocabulary import CLASSES, CONCEPTS, EDGES, FACTS, KG, MEASURE, load_measures, ontology_file
from tests.factory import sample_collection

OBJECT, DATA = OWL.ObjectProperty, OWL.DatatypeProperty
LISTS = {
    Style: KG.Style,
    Modality: KG.Modality,
    Polarity: KG.Polarity,
    Scope: KG.Scope,
    Basis: KG.Basis,
}
ABSTRACT = {
    "Informant",
    "Entity",
    "Relation",
    *(str(kind).rsplit("#", 1)[-1] for kind in LISTS.values()),
}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ontology_file("kg.ttl"))


@pytest.fixture(scope="module")
def measures() -> Graph:
    return Graph().parse(ontology_file("measures.ttl"))


@pytest.fixture(scope="module")
def data() -> Graph:
    graph = Graph()
    for row in statements(assemble(sample_collection())):
        graph.parse(data=f"{row.subject} {row.predicate} {row.object} .", format="nt")
    return graph


def declared(ontology: Graph, *kinds: URIRef) -> set[str]:
    found = {term for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    return {term.removeprefix(str(KG)) for term in map(str, found) if term.startswith(str(KG))}


def test_classes_in_code_are_those_declared(ontology: Graph) -> None:
    assert declared(ontology, OWL.Class) == set(CLASSES)


def test_properties_in_code_are_those_declared(ontology: Graph) -> None:
    assert declared(ontology, OBJECT, DATA) == {*EDGES, *FACTS}


def test_values_of_closed_lists_are_those_declared(ontology: Graph) -> None:
    assert declared(ontology, OWL.NamedIndividual) == set(CONCEPTS)
    for values, kind in LISTS.items():
        assert declared(ontology, kind) == {value.value for value in values}


def test_kinds_of_node_and_edge_are_terms_of_the_ontology() -> None:
    assert {kind.value for kind in NodeKind} | {kind.value for kind in EntityKind} <= set(CLASSES)
    assert {kind.value for kind in EdgeKind} <= set(EDGES)


def test_every_term_has_a_label_and_a_comment_in_english(ontology: Graph) -> None:
    terms = {
        term
        for kind in (OWL.Class, OBJECT, DATA, OWL.NamedIndividual, RDFS.Datatype)
        for term in ontology.subjects(RDF.type, kind)
    }
    for term in terms:
        for predicate in (RDFS.label, RDFS.comment):
            texts = list(ontology.objects(term, predicate))
            assert [text.language for text in texts] == ["en"], f"{term} {predicate}"  # type: ignore[attr-defined]


def test_every_property_of_ours_has_one_domain_and_one_range_that_exist(ontology: Graph) -> None:
    known = set(ontology.subjects(RDF.type, OWL.Class)) | {RDFS.Literal, SKOS.Concept}
    for name in (*EDGES, *FACTS):
        (domain,) = ontology.objects(KG[name], RDFS.domain)
        (reach,) = ontology.objects(KG[name], RDFS.range)
        assert domain in known, name
        assert reach in known or str(reach).startswith("http://www.w3.org/2001/XMLSchema#"), name


def test_every_class_of_ours_narrows_a_standard_one(ontology: Graph) -> None:
    for name in CLASSES:
        above = set(ontology.transitive_objects(KG[name], RDFS.subClassOf))
        assert any(not str(term).startswith(str(KG)) for term in above), name


def test_every_edge_narrows_a_standard_property(ontology: Graph) -> None:
    for name in EDGES:
        above = list(ontology.objects(KG[name], RDFS.subPropertyOf))
        assert any(not str(term).startswith(str(KG)) for term in above), name


def test_what_holds_both_ways_is_declared_symmetric(ontology: Graph) -> None:
    found = declared(ontology, OWL.SymmetricProperty)
    assert found == {"contradicts", "corroborates", "disagreesWith"}


def test_ontology_has_a_version_and_names_its_namespace(ontology: Graph) -> None:
    (node,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(KG) == f"{node}#"
    assert ontology.value(node, OWL.versionInfo) is not None


def test_ontology_uses_nothing_beyond_owl_2_rl(ontology: Graph) -> None:
    assert {
        term for term in ontology.objects(None, RDF.type) if str(term).startswith(str(OWL))
    } <= {
        OWL.Ontology,
        OWL.Class,
        OBJECT,
        DATA,
        OWL.FunctionalProperty,
        OWL.SymmetricProperty,
        OWL.NamedIndividual,
    }
    used = {term for term in ontology.predicates() if str(term).startswith(str(OWL))}
    assert used == {OWL.versionInfo, OWL.versionIRI}


def test_every_class_and_property_in_the_data_is_declared(ontology: Graph, data: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    assert set(data.objects(None, RDF.type)) <= classes
    properties = {*ontology.subjects(RDF.type, OBJECT), *ontology.subjects(RDF.type, DATA)}
    assert set(data.predicates()) - {RDF.type} <= properties


def test_properties_lead_to_nodes_or_to_values_as_declared(ontology: Graph, data: Graph) -> None:
    for predicate in set(data.predicates()) - {RDF.type}:
        kinds = {isinstance(value, URIRef) for value in data.objects(None, predicate)}
        assert kinds == {(predicate, RDF.type, OBJECT) in ontology}, predicate


def test_every_declared_term_is_used_in_the_data_or_the_measures(
    data: Graph, measures: Graph
) -> None:
    used = {str(term) for graph in (data, measures) for row in graph for term in row}
    for name in {*CLASSES, *EDGES, *FACTS} - ABSTRACT:
        assert str(KG[name]) in used, name


def test_measures_use_only_declared_terms(ontology: Graph, measures: Graph) -> None:
    ours = {term for row in measures for term in row if str(term).startswith(str(KG))}
    assert ours <= set(ontology.subjects())


def test_named_measures_and_events_of_the_data_are_in_the_scheme(data: Graph) -> None:
    scheme = load_measures()
    known = {row.name for row in scheme.measures} | {row.name for row in scheme.events}
    used = {*data.objects(None, KG.measure), *data.objects(None, KG.eventKind)}
    assert {str(term).removeprefix(str(MEASURE)) for term in used} <= known
    assert used


def test_the_folder_holds_the_four_files_of_the_ontology() -> None:
    folder = ontology_file("kg.ttl").parent
    names = ("kg.ttl", "measures.ttl", "shapes.ttl", "context.jsonld")
    assert all(ontology_file(name) == Path(folder, name) for name in names)
