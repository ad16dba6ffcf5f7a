"""The terms in code are those of ontology/kg.ttl, both ways, and the data use none that it does not declare."""

from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, BNode, Graph, URIRef
from rdflib.namespace import SDO, SKOS, VANN, XSD
from rdflib.term import Node

from kg.compare.propositions import weigh
from kg.compare.rules import rules
from kg.export.rdf import statements
from kg.export.rdf.edges import INVERSES
from kg.export.rdf.terms import Minter
from kg.graph import EdgeKind, NodeKind, assemble
from kg.model import Basis, EntityKind, Modality, Polarity, Scope, Style
from kg.vocabulary import (
    CLASSES,
    CONCEPTS,
    DATA_BASE,
    EDGES,
    FACTS,
    KG,
    MEASURE,
    ONTOLOGY_VERSION,
    load_measures,
    ontology_file,
)
from tests.factory import sample_collection

OBJECT, DATA = OWL.ObjectProperty, OWL.DatatypeProperty
TERMS = Minter(DATA_BASE).terms
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
"""What owlrl types its messages with."""
THE_OTHER_WAY_ROUND = {"reports"}
"""Edges that RDF data state by a standard property from target to source."""
STANDS_ALONE = {"named", "origins", "score", "independent"}
"""Facts for which no standard vocabulary at hand has a wider property."""
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
        if row.graph == TERMS:
            continue
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
    for term in typed(ontology):
        texts = [*ontology.objects(term, RDFS.label)]
        if str(term).startswith(str(KG)):
            texts += ontology.objects(term, RDFS.comment)
            assert len(texts) == 2, term
        assert [text.language for text in texts] == ["en"] * len(texts), term  # type: ignore[attr-defined]
        assert texts, term


def typed(ontology: Graph) -> set[Node]:
    kinds = (OWL.Class, OBJECT, DATA, OWL.AnnotationProperty, OWL.NamedIndividual)
    return {term for kind in kinds for term in ontology.subjects(RDF.type, kind)}


def test_every_class_and_property_of_ours_has_an_example(ontology: Graph) -> None:
    for name in (*CLASSES, *EDGES, *FACTS):
        assert len(list(ontology.objects(KG[name], SKOS.example))) == 1, name


def test_every_term_that_ours_narrow_is_declared_as_what_it_is(ontology: Graph) -> None:
    for narrower, broader in ontology.subject_objects(RDFS.subClassOf):
        assert (broader, RDF.type, OWL.Class) in ontology, narrower
    for narrower, broader in ontology.subject_objects(RDFS.subPropertyOf):
        for kind in (OBJECT, DATA):
            assert ((narrower, RDF.type, kind) in ontology) == (
                (broader, RDF.type, kind) in ontology
            ), narrower


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


def test_every_property_narrows_a_standard_one(ontology: Graph) -> None:
    for name in {*EDGES, *FACTS} - STANDS_ALONE:
        above = list(ontology.objects(KG[name], RDFS.subPropertyOf))
        assert any(not str(term).startswith(str(KG)) for term in above), name


def test_what_holds_both_ways_is_declared_symmetric(ontology: Graph) -> None:
    found = declared(ontology, OWL.SymmetricProperty)
    assert found == {"contradicts", "corroborates", "disagreesWith"}


def test_ontology_has_a_version_and_names_its_namespace(ontology: Graph) -> None:
    (node,) = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(KG) == f"{node}#"
    version = ontology.value(node, OWL.versionInfo)
    assert ontology.value(node, OWL.versionIRI) == URIRef(f"{node}/{version}") == ONTOLOGY_VERSION
    assert str(ontology.value(node, VANN.preferredNamespaceUri)) == str(KG)
    assert str(ontology.value(node, VANN.preferredNamespacePrefix)) == "kg"


def test_ontology_uses_nothing_beyond_owl_2_rl(ontology: Graph) -> None:
    assert {
        term for term in ontology.objects(None, RDF.type) if str(term).startswith(str(OWL))
    } <= {
        OWL.Ontology,
        OWL.Class,
        OBJECT,
        DATA,
        OWL.AnnotationProperty,
        OWL.FunctionalProperty,
        OWL.SymmetricProperty,
        OWL.NamedIndividual,
    }
    used = {term for term in ontology.predicates() if str(term).startswith(str(OWL))}
    assert used == {OWL.versionInfo, OWL.versionIRI, OWL.priorVersion}
    assert not [term for row in ontology for term in row if isinstance(term, BNode)]


def test_values_are_of_the_datatypes_that_owl_2_rl_knows(ontology: Graph) -> None:
    """OWL 2 Profiles (W3C 2012), section 4.2: none may be declared, and these of ours are among those listed."""
    assert not list(ontology.subjects(RDF.type, RDFS.Datatype))
    data = set(ontology.subjects(RDF.type, DATA))
    ranges = {reach for name in data for reach in ontology.objects(name, RDFS.range)}
    assert ranges <= {RDFS.Literal, XSD.string, XSD.boolean, XSD.integer, XSD.decimal}


def test_no_term_is_of_two_kinds(ontology: Graph) -> None:
    """OWL 2 DL allows it for a class and an individual, never for two kinds of property (section 5.8.1)."""
    kinds = (OWL.Class, OBJECT, DATA, OWL.AnnotationProperty)
    for term in typed(ontology):
        assert sum((term, RDF.type, kind) in ontology for kind in kinds) <= 1, term


def test_a_rule_engine_finds_no_contradiction_in_ontology_and_data(
    ontology: Graph, measures: Graph, data: Graph
) -> None:
    closed = Graph()
    closed += ontology
    closed += measures
    closed += data
    DeductiveClosure(OWLRL_Semantics).expand(closed)
    assert not list(closed.subjects(RDF.type, OWL.Nothing))
    assert not list(closed.subjects(RDF.type, ERROR))
    expert = next(data.subjects(RDF.type, KG.Expert))
    assert (expert, RDF.type, SDO.Person) in closed


def test_edges_that_a_standard_property_states_are_not_stated_again(data: Graph) -> None:
    assert {kind.value for kind in INVERSES} == THE_OTHER_WAY_ROUND
    assert all((None, property_, None) in data for property_ in INVERSES.values())
    assert not any((None, KG[name], None) in data for name in THE_OTHER_WAY_ROUND)


def test_every_class_and_property_in_the_data_is_declared(ontology: Graph, data: Graph) -> None:
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    assert set(data.objects(None, RDF.type)) <= classes
    properties = {*ontology.subjects(RDF.type, OBJECT), *ontology.subjects(RDF.type, DATA)}
    assert set(data.predicates()) - {RDF.type} <= properties


def test_properties_lead_to_nodes_or_to_values_as_declared(ontology: Graph, data: Graph) -> None:
    for predicate in set(data.predicates()) - {RDF.type}:
        kinds = {isinstance(value, URIRef) for value in data.objects(None, predicate)}
        assert kinds == {(predicate, RDF.type, OBJECT) in ontology}, predicate


def test_rules_that_are_named_are_those_of_the_table(ontology: Graph) -> None:
    names = [rule.name for rule in rules(load_measures(), weigh(()))]
    assert f"{', '.join(names[:-1])} or {names[-1]}." in str(ontology.value(KG.rule, RDFS.comment))


def test_every_declared_term_is_used_in_the_data_or_the_measures(
    data: Graph, measures: Graph
) -> None:
    used = {str(term) for graph in (data, measures) for row in graph for term in row}
    for name in {*CLASSES, *EDGES, *FACTS} - ABSTRACT - THE_OTHER_WAY_ROUND:
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
