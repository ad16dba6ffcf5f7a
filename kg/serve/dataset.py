"""The build that is served: a store on disk, which many processes can read at once, and what is said of each node."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    Store,
    Triple,
)
from rdflib.namespace import PROV, RDF, RDFS, SKOS

from kg.query.files import FILES, missing, rdf_of
from kg.query.kept import keep, store_of
from kg.vocabulary import DATA_BASE, KG, OA, SCHEMA

Term = NamedNode | BlankNode | Literal | Triple

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


@contextmanager
def on_disk(out: Path, beside: Callable[[Path, Path], object] = lambda *_: None) -> Iterator[Path]:
    """The store that a build was kept in; where there is none, one that is there as long as the block.

    Args:
        out: Folder of a build, or of a store that kg made.
        beside: Called with the build's folder and that of a store that is made here, to put into it what goes with it.

    Raises:
        QueryError: If the folder holds neither, or its file cannot be read.
    """
    kept = store_of(out)
    if kept is not None:
        yield kept
        return
    source = rdf_of(out)
    if source is None:
        raise missing(out, *FILES)
    with TemporaryDirectory(prefix="kg-serve-") as folder:
        place = Path(folder) / "store"
        keep(source, place)
        beside(out, place)
        yield place


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
    """A build in a store, for looking up nodes.

    Attributes:
        base: Where its identifiers live.
    """

    def __init__(self, folder: Path) -> None:
        """Open the store in a folder, read-only."""
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
        return len(self._store)

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
        return self._store.quads_for_pattern(subject, predicate, target)


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
