"""The schemes of concepts keep the integrity conditions of SKOS (W3C 2009), and each condition can be broken.

The conditions speak of what follows: kg:noun is a hidden label, a narrower concept has a broader one, kg:measures relates.
"""

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import RDFS, SKOS

from kg.vocabulary import KG, MEASURE, PREFIXES, ontology_file

CONDITIONS = {
    "S9: a scheme is no concept": "{ ?x a skos:ConceptScheme, skos:Concept }",
    "S13: preferred, alternative and hidden labels differ": """{
        { ?x skos:prefLabel ?label ; skos:altLabel|skos:hiddenLabel ?label }
        UNION { ?x skos:altLabel ?label ; skos:hiddenLabel ?label } }""",
    "S14: one preferred label a language": """{
        ?x skos:prefLabel ?one, ?other
        FILTER (?one != ?other && LANG(?one) = LANG(?other)) }""",
    "S27: what is related is not broader": """{
        ?x skos:related|^skos:related ?y . ?x (skos:broader|^skos:narrower)+ ?y }""",
    "S37: a collection is no concept and no scheme": """{
        ?x a skos:Collection . { ?x a skos:Concept } UNION { ?x a skos:ConceptScheme } }""",
    "S46: an exact match is neither broader nor related": """{
        ?x (skos:exactMatch|^skos:exactMatch)+ ?y .
        ?x skos:broadMatch|^skos:broadMatch|skos:narrowMatch|skos:relatedMatch|^skos:relatedMatch ?y }""",
}
KILLED = f"<{MEASURE}killed>"
BREAKING = {
    "S9": "<https://w3id.org/kg/measures> a skos:Concept",
    "S13": f'{KILLED} kg:noun "killed"@en',
    "S14": f'{KILLED} skos:prefLabel "slain"@en',
    "S27": f"{KILLED} kg:measures <{MEASURE}casualties>",
    "S37": f"{KILLED} a skos:Collection",
    "S46": f"{KILLED} skos:exactMatch <{MEASURE}dead> . <{MEASURE}dead> skos:broadMatch {KILLED}",
}


def closed(*more: str) -> Graph:
    """The measures and the closed lists, with what follows by narrower classes and properties."""
    ontology = Graph().parse(ontology_file("kg.ttl"))
    graph = Graph().parse(ontology_file("measures.ttl"))
    graph += ontology
    for row in more:
        graph.update(f"INSERT DATA {{ {row} }}", initNs=PREFIXES)
    for narrower, broader in ontology.subject_objects(RDFS.subPropertyOf):
        assert isinstance(narrower, URIRef)
        for subject, value in list(graph.subject_objects(narrower)):
            graph.add((subject, broader, value))
    for narrower, broader in ontology.subject_objects(RDFS.subClassOf):
        for subject in list(graph.subjects(RDF.type, narrower)):
            graph.add((subject, RDF.type, broader))
    return graph


def broken(graph: Graph) -> list[str]:
    return [
        name.partition(":")[0]
        for name, pattern in CONDITIONS.items()
        if graph.query(f"ASK {pattern}", initNs=PREFIXES).askAnswer
    ]


def test_schemes_keep_every_condition() -> None:
    assert broken(closed()) == []


@pytest.mark.parametrize("condition", BREAKING)
def test_condition_can_be_broken(condition: str) -> None:
    assert broken(closed(BREAKING[condition])) == [condition]


def test_every_concept_has_a_label_in_english_and_belongs_to_the_scheme() -> None:
    graph = Graph().parse(ontology_file("measures.ttl"))
    (scheme,) = graph.subjects(RDF.type, SKOS.ConceptScheme)
    concepts = {*graph.subjects(RDF.type, KG.Measure), *graph.subjects(RDF.type, KG.EventKind)}
    assert concepts == set(graph.subjects(RDF.type, SKOS.Concept))
    for concept in concepts:
        assert (concept, SKOS.inScheme, scheme) in graph, concept
        (label,) = graph.objects(concept, SKOS.prefLabel)
        assert isinstance(label, Literal)
        assert label.language == "en"


def test_every_broader_concept_is_one_of_the_scheme_and_none_is_above_itself() -> None:
    graph = Graph().parse(ontology_file("measures.ttl"))
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert set(graph.objects(None, SKOS.broader)) <= concepts
    cycle = "ASK { ?x skos:broader+ ?x }"
    assert not graph.query(cycle, initNs=PREFIXES).askAnswer
