"""Where the named graphs come from: the run that made them, the program that ran, and the texts that it read.

PROV-O (W3C 2013). There is no clock in it: the same texts and files, read by the same version in the
same way, are the same run. What was read
is told by hash, so that a reader who has a text can prove that it is the one.
"""

import hashlib
from collections.abc import Iterator

from rdflib.namespace import PROV, RDF

from kg import __version__
from kg.export.rdf.terms import Fact, Minter, term, text
from kg.model import Collection
from kg.model.identifiers import mint as identifier
from kg.vocabulary import ONTOLOGY_VERSION, SCHEMA

PROGRAM = "software/kg"


def body_hash(body: str) -> str:
    """The SHA-256 of a text as the RDF files hold it, in UTF-8, as 64 hexadecimal digits.

    >>> body_hash("Nine dead.")[:12]
    'f56591c7cda0'
    """
    return hashlib.sha256(text(body).value.encode()).hexdigest()


def run_id(collection: Collection) -> str:
    """The identifier of the run that gave a collection: from the program's version, what it read and what was asked for."""
    read = sorted(article.id for article in collection.articles)
    beside = [f"{given.name} {given.sha256}" for given in collection.run.inputs]
    facts = (__version__, *read, *beside, *collection.run.options)
    return identifier("Run", f"kg {__version__}", *facts)


def program_facts(mint: Minter) -> Iterator[Fact]:
    """The program and its version."""
    program = mint.node(PROGRAM)
    yield program, term(RDF.type), term(PROV.SoftwareAgent)
    yield program, term(SCHEMA.name), text("kg")
    yield program, term(SCHEMA.softwareVersion), text(__version__)


def run_facts(collection: Collection, mint: Minter) -> Iterator[Fact]:
    """The run, its program, what it read and the named graphs that it made."""
    articles = collection.articles
    program, run = mint.node(PROGRAM), mint.node(run_id(collection))
    yield from program_facts(mint)
    yield run, term(RDF.type), term(PROV.Activity)
    yield run, term(PROV.wasAssociatedWith), program
    for option in collection.run.options:
        yield run, term(SCHEMA.description), text(option)
    for given in collection.run.inputs:
        node = mint.node(identifier("Input", given.name, given.name, given.sha256))
        yield run, term(PROV.used), node
        yield node, term(RDF.type), term(SCHEMA.MediaObject)
        yield node, term(SCHEMA.name), text(given.name)
        yield node, term(SCHEMA.sha256), text(given.sha256)
    for article in articles:
        yield run, term(PROV.used), mint.node(article.id)
        yield mint.node(article.id), term(SCHEMA.sha256), text(body_hash(article.text))
        yield mint.graph(article.id), term(PROV.wasDerivedFrom), mint.node(article.id)
    yield mint.terms, term(PROV.wasDerivedFrom), term(ONTOLOGY_VERSION)
    for bundle in (mint.inferred, mint.terms, *(mint.graph(article.id) for article in articles)):
        yield bundle, term(RDF.type), term(PROV.Bundle)
        yield bundle, term(PROV.wasGeneratedBy), run
