"""What the data need of the ontology to be understood: which standard classes the classes that they use narrow.

A store that has these few triples finds an expert among the persons and a claim among the entities of PROV, without
loading ontology/kg.ttl. Labels and definitions stay there, and what properties narrow: only a reasoner makes use of that, and it
needs the ontology anyway.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib.namespace import RDFS

from kg.export.rdf.terms import Fact, term
from kg.vocabulary import KG, ontology_file

_NARROWS = term(RDFS.subClassOf)
_OURS = str(KG)


def declared_facts(used: Iterable[NamedNode]) -> Iterator[Fact]:
    """What each of our classes narrows, and what that narrows in turn.

    Args:
        used: The terms of the data; those of other vocabularies are passed over.
    """
    above = _above()
    seen: set[NamedNode] = set()
    waiting = sorted(set(used), key=str)
    while waiting:
        node = waiting.pop()
        if node in seen or not node.value.startswith(_OURS):
            continue
        seen.add(node)
        for fact in above.get(node, ()):
            yield fact
            waiting.append(_object(fact))


def _object(fact: Fact) -> NamedNode:
    if not isinstance(fact[2], NamedNode):
        raise TypeError(f"a term cannot narrow {fact[2]}")
    return fact[2]


@cache
def _above() -> dict[NamedNode, list[Fact]]:
    """Each class of ontology/kg.ttl with what it narrows."""
    found: dict[NamedNode, list[Fact]] = {}
    for row in parse(path=ontology_file("kg.ttl"), format=RdfFormat.TURTLE):
        is_named = isinstance(row.subject, NamedNode) and isinstance(row.object, NamedNode)
        if is_named and row.predicate == _NARROWS:
            found.setdefault(row.subject, []).append((row.subject, row.predicate, row.object))
    return found
