"""Each claim as a nanopublication: what is asserted, where it was read, and who says so, in graphs of their own.

The structure is that of the Nanopublication Guidelines (nanopub.net, working draft): a head that names the three others.
The assertion is that somebody claims something, never that it is so. The publication info has no date of creation, which
the guidelines recommend and do not demand: a clock would make every build another one, and the day of the article is that
of the article, which the provenance tells. Nor has it a licence: that of the texts is for those to say who may.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS

from kg.export.rdf.claims import claim_facts
from kg.export.rdf.entities import article_facts, entity_facts
from kg.export.rdf.files import write_readable
from kg.export.rdf.provenance import PROGRAM, body_hash, program_facts, run_id
from kg.export.rdf.terms import Fact, Minter, ours, term, text
from kg.graph import ClaimGraph
from kg.graph.build import shorten
from kg.model import Claim, Entity
from kg.vocabulary import SCHEMA

NP = "http://www.nanopub.org/nschema#"

_BODY = term(SCHEMA.articleBody)
_QUOTED = term(PROV.wasQuotedFrom)


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write ``nanopubs.trig``: one nanopublication a claim, in the order of the claims.

    Raises:
        ExportError: If the file cannot be written, or the base cannot be one.
    """
    target = folder / "nanopubs.trig"
    write_readable(nanopublications(graph), RdfFormat.TRIG, graph.base, target, {"np": NP})


def nanopublications(graph: ClaimGraph) -> Iterator[Quad]:
    """The four graphs of each claim.

    Raises:
        ExportError: If the base cannot be one.
    """
    publisher = _Publisher(graph)
    for claim in graph.collection.claims:
        yield from publisher.nanopublication(claim)


class _Publisher:
    """Turns the claims of one graph into nanopublications."""

    def __init__(self, graph: ClaimGraph) -> None:
        """Take the graph."""
        collection = graph.collection
        self._mint = Minter(graph.base)
        self._articles = {article.id: article for article in collection.articles}
        self._entities = {entity.id: entity for entity in collection.entities}
        self._publishers = collection.publishers
        self._run = self._mint.node(run_id(collection))
        self._program = self._mint.node(PROGRAM)

    def nanopublication(self, claim: Claim) -> Iterator[Quad]:
        """The head, the assertion, the provenance and the publication info of a claim."""
        whole = self._mint.node(f"nanopub/{claim.id.rsplit('/', 1)[-1]}")
        parts = {
            name: NamedNode(f"{whole.value}#{name}")
            for name in ("head", "assertion", "provenance", "pubinfo")
        }
        facts = {
            "head": _head(whole, parts),
            "assertion": self._assertion(claim),
            "provenance": self._provenance(claim, parts["assertion"]),
            "pubinfo": self._info(claim, whole),
        }
        for name, rows in facts.items():
            for fact in _gathered(rows):
                yield Quad(*fact, parts[name])

    def _assertion(self, claim: Claim) -> Iterator[Fact]:
        """Who claims what, with what is known of all that are named."""
        node = self._mint.node(claim.id)
        yield from (fact for fact in self._facts(claim) if not _tells_place(fact, node))
        for entity in claim.about:
            yield node, ours("about"), self._mint.node(entity)
        speaker = () if claim.speaker is None else (claim.speaker,)
        for known in dict.fromkeys((*speaker, *claim.via, *claim.about)):
            yield from self._entity(self._entities[known])

    def _provenance(self, claim: Claim, assertion: NamedNode) -> Iterator[Fact]:
        """Where it was read: the run, the article and the places in it."""
        article = self._articles[claim.article]
        node, source = self._mint.node(claim.id), self._mint.node(article.id)
        yield assertion, term(PROV.wasDerivedFrom), source
        yield assertion, term(PROV.wasGeneratedBy), self._run
        yield from (fact for fact in self._facts(claim) if _tells_place(fact, node))
        yield from (fact for fact in article_facts(article, self._mint) if fact[1] != _BODY)
        yield source, term(SCHEMA.sha256), text(body_hash(article.text))
        if (publisher := self._publishers.get(article.id)) is not None:
            yield source, ours("publishedBy"), self._mint.node(publisher)
            yield from self._entity(self._entities[publisher])
        yield self._run, term(RDF.type), term(PROV.Activity)
        yield self._run, term(PROV.wasAssociatedWith), self._program

    def _info(self, claim: Claim, whole: NamedNode) -> Iterator[Fact]:
        """Who made the nanopublication."""
        yield whole, term(RDFS.label), text(shorten(claim.text))
        yield whole, term(DCTERMS.creator), self._program
        yield whole, term(PROV.wasGeneratedBy), self._run
        yield from program_facts(self._mint)

    def _facts(self, claim: Claim) -> Iterator[Fact]:
        return claim_facts(claim, self._articles[claim.article].text, self._mint)

    def _entity(self, entity: Entity) -> Iterator[Fact]:
        return entity_facts(entity, self._mint)


def _head(whole: NamedNode, parts: dict[str, NamedNode]) -> Iterator[Fact]:
    """What the nanopublication consists of."""
    yield whole, term(RDF.type), NamedNode(f"{NP}Nanopublication")
    for name, link in (
        ("assertion", "hasAssertion"),
        ("provenance", "hasProvenance"),
        ("pubinfo", "hasPublicationInfo"),
    ):
        yield whole, NamedNode(f"{NP}{link}"), parts[name]


def _gathered(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Each fact once, those of one node together, in the order in which the nodes come."""
    found: dict[NamedNode, dict[Fact, None]] = {}
    for fact in facts:
        found.setdefault(fact[0], {})[fact] = None
    return chain.from_iterable(found.values())


def _tells_place(fact: Fact, claim: NamedNode) -> bool:
    """Whether a fact of a claim says where its words stand."""
    subject, predicate, _ = fact
    if subject == claim:
        return predicate in {_QUOTED, ours("content")}
    return subject.value.startswith(f"{claim.value}/content/")
