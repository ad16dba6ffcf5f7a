"""Which pairs of statements are worth judging: those of one story that share a measure, a sentence or a rare sense."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.compare.comparable import wholes
from kg.compare.statements import Statement
from kg.compare.stories import Stories
from kg.model import Measures

# Senses that occur in more claims than this say too little to make a pair.
RARE = 40
MERE = 1  # senses in which nothing but a figure is told: "it was closer to 29"


def pairs(
    statements: Sequence[Statement], measures: Measures, stories: Stories
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of one story that share a block, each once, in order of the statements.

    A block that many stories share is only looked into at the articles of a story, so that a pile of many stories takes
    no longer than its stories one by one.
    """
    found = blocks(statements, measures)
    keys: list[list[str]] = [[] for _ in statements]
    told: dict[str, dict[str, list[int]]] = {}
    for key, members in found.items():
        told[key] = defaultdict(list)
        for number in members:
            keys[number].append(key)
            told[key][statements[number].article.id].append(number)
    for number, statement in enumerate(statements):
        related = stories.related(statement.article.id)
        others = {
            other
            for key in keys[number]
            for article in _both(told[key], related)
            for other in told[key][article]
            if other > number
        }
        for other in sorted(others):
            yield statement, statements[other]


def blocks(statements: Sequence[Statement], measures: Measures) -> Mapping[str, Sequence[int]]:
    """The numbers of the statements in each block, in order."""
    broader = wholes(measures)
    found: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in _keys(statement, broader):
            found[key].append(number)
    return {
        key: members
        for key, members in found.items()
        if key.startswith("=") or len(members) <= RARE
    }


def _both(told: Mapping[str, Sequence[int]], related: frozenset[str]) -> Iterator[str]:
    """The articles that are in both; looks each one of the fewer up among the more."""
    if len(told) <= len(related):
        return (article for article in told if article in related)
    return (article for article in related if article in told)


def _keys(statement: Statement, broader: Mapping[str, frozenset[str]]) -> set[str]:
    """The statement's rare senses, and with "=" in front its measures, those they are a part of, its deed, and its sentence.

    What was never said, or is denied as "the allegation", may have been reported in the sentence before, and a mere figure ("it was 29")
    counts what that counts.
    """
    names = {quantity.measure for quantity in statement.claim.quantities if quantity.measure}
    names |= {whole for name in sorted(names) for whole in broader.get(name, ())}
    keys = {f"={name}" for name in names}
    keys.add(f"={statement.article.id}:{statement.claim.sentence.start}")
    if statement.deed is not None:
        keys.add(f"={statement.deed.act}")
    looks_back = (
        statement.never_said is not None or statement.points_back or len(statement.senses) <= MERE
    )
    if looks_back and statement.preceding is not None:
        keys.add(f"={statement.article.id}:{statement.preceding}")
    if statement.answers is not None:
        keys.add(f"={statement.article.id}:{statement.answers}")
    return keys | statement.senses
