"""What each named graph holds, one graph after the other, so that no more than one need be in memory.

There is one named graph an article, for what was read from it alone; one for what was inferred across articles:
entities, and how they and the claims stand to each other; one for the run that made them; and one for what the terms
in use narrow. Nothing is stated twice: an edge that a standard property states the other way round is stated by that
alone, and what an article mentions is stated where no claim of it leads there.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import attrgetter, itemgetter

from pyoxigraph import NamedNode
from rdflib.namespace import RDF

from kg.export.rdf.claims import claim_facts
from kg.export.rdf.declared import declared_facts
from kg.export.rdf.edges import judgement_facts, placed_edges
from kg.export.rdf.entities import article_facts, entity_facts
from kg.export.rdf.provenance import run_facts
from kg.export.rdf.terms import Fact, Minter, Statement, ours, term, whole
from kg.graph import ClaimGraph
from kg.model import Article, Claim, Collection
from kg.vocabulary import SCHEMA

_TYPE = term(RDF.type)
_MENTIONS = term(SCHEMA.mentions)


def statements(graph: ClaimGraph) -> list[Statement]:
    """Everything that the RDF files say, each once: graph by graph, sorted by subject, predicate (the type first) and object.

    Raises:
        ExportError: If the base cannot be one.
    """
    return [Statement(name, *fact) for name, facts in named_graphs(graph) for fact in facts]


def size(graph: ClaimGraph) -> int:
    """How many triples the RDF files hold, all told.

    Raises:
        ExportError: If the base cannot be one.
    """
    return sum(len(facts) for _, facts in named_graphs(graph))


def named_graphs(graph: ClaimGraph) -> Iterator[tuple[NamedNode, list[Fact]]]:
    """The named graphs with their facts, sorted: those of articles by their ids, then inferred, provenance and terms.

    A graph without facts is left out.

    Raises:
        ExportError: If the base cannot be one.
    """
    content = _Content(graph)
    yield from content.read()
    mint = content.mint
    last = ((mint.inferred, content.inferred()), (mint.provenance, content.provenance()))
    yield from ((name, facts) for name, facts in last if facts)
    if declared := content.declared():
        yield mint.terms, declared


def flat_facts(graph: ClaimGraph) -> Iterator[Fact]:
    """All facts without named graphs, each once; what several graphs say of an article or claim stands together.

    Raises:
        ExportError: If the base cannot be one.
    """
    content = _Content(graph)
    elsewhere: dict[NamedNode, list[Fact]] = {}
    for fact in chain(content.inferred(), content.provenance()):
        elsewhere.setdefault(fact[0], []).append(fact)
    for _, facts in content.read():
        for subject, rows in groupby(facts, key=itemgetter(0)):
            told = list(rows)
            more = elsewhere.pop(subject, None)
            yield from _sorted([*told, *more]) if more else told
    yield from _sorted(chain(content.declared(), *elsewhere.values()))


class _Content:
    """What the named graphs of a claim graph hold.

    Attributes:
        mint: Names the nodes.
    """

    def __init__(self, graph: ClaimGraph) -> None:
        """Sort the edges of the graph by the named graphs that they belong to."""
        self.mint = Minter(graph.base)
        self._graph = graph
        self._used: set[NamedNode] = set()
        collection = graph.collection
        self._names = {article.id: self.mint.graph(article.id) for article in collection.articles}
        homes = self._names | {claim.id: self._names[claim.article] for claim in collection.claims}
        self._edges: dict[NamedNode, list[Fact]] = {}
        for home, edge in placed_edges(graph, homes, self.mint):
            self._edges.setdefault(home, []).append(edge)

    def read(self) -> Iterator[tuple[NamedNode, list[Fact]]]:
        """For each article, by its id, its named graph and what was read from it."""
        collection = self._graph.collection
        claims: dict[str, list[Claim]] = {}
        for claim in collection.claims:
            claims.setdefault(claim.article, []).append(claim)
        mentions = _mentions(collection)
        for article in sorted(collection.articles, key=attrgetter("id")):
            name = self._names[article.id]
            facts = _read(
                article, claims.get(article.id, ()), mentions.get(article.id, ()), self.mint
            )
            yield name, self._noted(chain(facts, self._edges.get(name, ())))

    def inferred(self) -> list[Fact]:
        """What was inferred across articles."""
        found = _inferred(self._graph, self.mint)
        return self._noted(chain(found, self._edges.get(self.mint.inferred, ())))

    def provenance(self) -> list[Fact]:
        """Where the named graphs come from."""
        return _sorted(run_facts(self._graph.collection, self.mint))

    def declared(self) -> list[Fact]:
        """What the classes narrow that were used so far."""
        return _sorted(declared_facts(self._used))

    def _noted(self, facts: Iterable[Fact]) -> list[Fact]:
        """The facts, sorted; their classes are remembered."""
        rows = _sorted(facts)
        for _, predicate, value in rows:
            if predicate is _TYPE and isinstance(value, NamedNode):
                self._used.add(value)
        return rows


def _sorted(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, each once, by subject, predicate (the type first) and object."""
    found: list[Fact] = []
    for _, alike in groupby(sorted(facts, key=_place), key=_place):
        first, *others = alike
        if others:  # an object is asked for its text only where it decides
            found += sorted({first, *others}, key=lambda fact: str(fact[2]))
        else:
            found.append(first)
    return found


def _place(fact: Fact) -> tuple[str, str]:
    subject, predicate, _ = fact
    return subject.value, "" if predicate is _TYPE else predicate.value


def _read(
    article: Article, claims: Iterable[Claim], mentions: Iterable[str], mint: Minter
) -> Iterator[Fact]:
    """What was read from one article, without edges."""
    yield from article_facts(article, mint)
    for claim in claims:
        yield from claim_facts(claim, article.text, mint)
    for entity in mentions:
        yield mint.node(article.id), _MENTIONS, mint.node(entity)


def _mentions(collection: Collection) -> dict[str, list[str]]:
    """For each article the entities in it that neither a claim of it nor its publisher leads to."""
    led_to = set(collection.publishers.items())
    for claim in collection.claims:
        speaker = () if claim.speaker is None else (claim.speaker,)
        led_to.update((claim.article, entity) for entity in (*claim.about, *claim.via, *speaker))
    found: dict[str, list[str]] = {}
    for entity in collection.entities:
        for article in entity.articles:
            if (article, entity.id) not in led_to:
                found.setdefault(article, []).append(entity.id)
    return found


def _inferred(graph: ClaimGraph, mint: Minter) -> Iterator[Fact]:
    """What was inferred across articles, without edges."""
    collection = graph.collection
    claims = {claim.id: claim for claim in collection.claims}
    for entity in collection.entities:
        yield from entity_facts(entity, mint)
    for relation in collection.relations:
        yield from judgement_facts(relation, claims[relation.left], mint)
    for claim in collection.claims:
        count = graph.node(claim.id).attributes["origins"]
        yield mint.node(claim.id), ours("origins"), whole(int(count))
