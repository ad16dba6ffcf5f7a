"""The JSON-LD context gives every term of the data one short name and leads to nothing undeclared."""

import json

from rdflib import OWL, RDF, Graph

from kg.vocabulary import PREFIXES, ontology_file

CONTEXT: dict[str, str | dict[str, str]] = json.loads(
    ontology_file("context.jsonld").read_text(encoding="utf-8")
)["@context"]
NAMES = {
    name: meaning["@id"] if isinstance(meaning, dict) else meaning
    for name, meaning in CONTEXT.items()
    if name not in PREFIXES and name not in {"id", "type"}
}


def expanded(short: str) -> str:
    prefix, _, local = short.partition(":")
    return f"{CONTEXT[prefix]}{local}"


def test_prefixes_are_those_of_the_other_formats() -> None:
    ours = {name: iri for name, iri in CONTEXT.items() if name in PREFIXES}
    assert ours == {name: PREFIXES[name] for name in ours}


def test_no_two_names_mean_the_same() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


def test_every_name_means_a_declared_term() -> None:
    ontology = Graph().parse(ontology_file("kg.ttl"))
    declared = {str(term) for term in ontology.subjects(RDF.type)}
    assert {expanded(meaning) for meaning in NAMES.values()} <= declared


def test_values_are_coerced_to_what_the_ontology_declares() -> None:
    ontology = Graph().parse(ontology_file("kg.ttl"))
    objects = {str(term) for term in ontology.subjects(RDF.type, OWL.ObjectProperty)}
    for name, short in NAMES.items():
        meaning = CONTEXT[name]
        coerced = isinstance(meaning, dict) and meaning["@type"] == "@id"
        assert coerced == (expanded(short) in objects), name
