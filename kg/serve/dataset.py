"""The build that is served: a copy of it on disk, which many processes can read at once, and what is said of each node."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    Store,
    Triple,
    parse,
)
from rdflib.namespace import PROV, RDF, RDFS, SKOS

from kg.query.store import FILES, missing, unreadable
from kg.vocabulary import DATA_BASE, KG, OA, SCHEMA

Term = NamedNode | BlankNode | Literal | Triple

BATCH = 100_000
"""Statements that are copied at once: as fast as a million at once, with a sixth of the memory (157 MB against 970 MB)."""

MAX_STATEMENTS = 2000
"""How many statements of a node are given in each direction; SPARQL gives them all."""

_LABELS = tuple(
    NamedNode(str(iri))
    for iri in (
        SKOS.prefLabel,
        RDFS.label,
        SCHEMA.headline,
        SCHEMA.name,
        SCHEMA.text,
        KG.why,
        OA.exact,
        KG.file,
    )
)
"""What may serve as the label of a node, the best first."""

_TYPE = NamedNode(str(RDF.type))


def copy(out: Path, folder: Path) -> None:
    """Copy the build of a folder into a store on disk: its default graph holds everything, each named graph its part.

    Raises:
        QueryError: If the folder holds no build, or its file cannot be read.
    """
    path = next((out / name for name in FILES if (out / name).is_file()), None)
    if path is None:
        raise missing(out, *FILES)
    store = Store(str(folder))
    try:
        rows = parse(path=path, format=FILES[path.name])
        while batch := list(islice(rows, BATCH)):
            store.bulk_extend(batch)
            store.bulk_extend(Quad(row.subject, row.predicate, row.object) for row in batch)
    except (SyntaxError, OSError) as error:
        raise unreadable(path, error) from error
    store.flush()


@dataclass(frozen=True, slots=True)
class Node:
    """What the build says of a node.

    Attributes:
        iri: Its name.
        said: Statements about it, sorted.
        used: Statements about others that lead to it, sorted.
    """

    iri: NamedNode
    said: tuple[Triple, ...]
    used: tuple[Triple, ...]

    @property
    def kinds(self) -> tuple[NamedNode, ...]:
        """Its classes."""
        found = (row.object for row in self.said if row.predicate == _TYPE)
        return tuple(term for term in found if isinstance(term, NamedNode))


@dataclass(frozen=True, slots=True)
class Passage:
    """The paragraph that a claim stands in.

    Attributes:
        pieces: Its text in order, each with whether it is the claim's.
        article: Where it stands.
    """

    pieces: tuple[tuple[str, bool], ...]
    article: NamedNode


class Build:
    """A copy of a build, for looking up nodes.

    Attributes:
        base: Where its identifiers live.
    """

    def __init__(self, folder: Path) -> None:
        """Open the copy in a folder, read-only."""
        self._store = Store.read_only(str(folder))
        self.base = self._base()

    def _base(self) -> str:
        """What comes before the kind and the slug in the names of articles."""
        articles = self._rows(predicate=_TYPE, target=NamedNode(str(KG.Article)))
        first = next(articles, None)
        if first is None or not isinstance(first.subject, NamedNode):
            return DATA_BASE
        return first.subject.value.rsplit("/", 2)[0] + "/"

    def __len__(self) -> int:
        """How many triples there are."""
        found = self._store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        if not isinstance(found, QuerySolutions):
            raise TypeError(f"the store counted {found!r}")
        return int(next(found)["n"].value)

    def named_graphs(self) -> tuple[str, ...]:
        """The names of its graphs, sorted."""
        found = self._store.named_graphs()
        return tuple(sorted(name.value for name in found if isinstance(name, NamedNode)))

    def has_graph(self, iri: str) -> bool:
        """Whether it has a graph of this name."""
        try:
            return self._store.contains_named_graph(NamedNode(iri))
        except ValueError:
            return False

    def node(self, iri: str) -> Node | None:
        """What it says of a node, or None where it is silent."""
        try:
            name = NamedNode(iri)
        except ValueError:
            return None
        said, used = self._rows(subject=name), self._rows(target=name)
        node = Node(name, _triples(said), _triples(used))
        return node if node.said or node.used else None

    def label(self, iri: NamedNode) -> str | None:
        """What to call a node, or None where it has no name."""
        return next((value for name in _LABELS for value in self._texts(iri, name)), None)

    def passage(self, claim: NamedNode) -> Passage | None:
        """The paragraph of an article that a claim was read from, or None where the build does not say."""
        article = self._one(claim, str(PROV.wasQuotedFrom))
        if not isinstance(article, NamedNode):
            return None
        body = next(self._texts(article, NamedNode(str(SCHEMA.articleBody))), None)
        places = tuple(self._places(claim))
        if body is None or not places or places[-1][1] > len(body):
            return None
        return Passage(tuple(_pieces(body, places)), article)

    def _places(self, claim: NamedNode) -> list[tuple[int, int]]:
        """Start and end of each part of a claim's words, in order."""
        found = []
        for row in self._rows(subject=claim, predicate=NamedNode(str(KG.content))):
            if isinstance(row.object, NamedNode):
                start = self._one(row.object, str(OA.start))
                end = self._one(row.object, str(OA.end))
                if isinstance(start, Literal) and isinstance(end, Literal):
                    found.append((int(start.value), int(end.value)))
        return sorted(found)

    def _one(self, subject: NamedNode, predicate: str) -> Term | None:
        rows = self._rows(subject=subject, predicate=NamedNode(predicate))
        return next((row.object for row in rows), None)

    def _texts(self, subject: NamedNode, predicate: NamedNode) -> Iterator[str]:
        for row in self._rows(subject=subject, predicate=predicate):
            if isinstance(row.object, Literal):
                yield row.object.value

    def _rows(
        self,
        *,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        target: NamedNode | None = None,
    ) -> Iterator[Quad]:
        return self._store.quads_for_pattern(subject, predicate, target, DefaultGraph())


def _triples(rows: Iterable[Quad]) -> tuple[Triple, ...]:
    return tuple(sorted((row.triple for row in islice(rows, MAX_STATEMENTS)), key=_order))


def _order(row: Triple) -> tuple[bool, str, str, str]:
    """The class first, then by predicate."""
    return (row.predicate != _TYPE, row.predicate.value, str(row.subject), str(row.object))


def _pieces(body: str, places: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The paragraph of the places, cut at their ends."""
    spans = list(places)
    done = body.rfind("\n", 0, spans[0][0]) + 1
    stop = body.find("\n", spans[-1][1])
    for start, end in spans:
        yield body[done:start], False
        yield body[start:end], True
        done = end
    yield body[done : stop if stop >= 0 else len(body)], False
