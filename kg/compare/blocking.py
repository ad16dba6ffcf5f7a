"""Which pairs of statements are worth judging: those that share a measure, a sentence or a rare sense."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from kg.compare.comparable import wholes
from kg.compare.statements import Statement
from kg.model import Measures

# Senses that occur in more claims than this say too little to make a pair.
RARE = 40


def pairs(
    statements: Sequence[Statement], measures: Measures
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs that share a block, each once, in order of the statements."""
    broader = wholes(measures)
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for key in _keys(statement, broader):
            blocks[key].append(number)
    found: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if key.startswith("=") or len(members) <= RARE:
            found.update(combinations(members, 2))
    for left, right in sorted(found):
        yield statements[left], statements[right]


def _keys(statement: Statement, broader: Mapping[str, frozenset[str]]) -> set[str]:
    """The statement's rare senses, and with "=" in front its measures, those they are a part of, and its sentence."""
    names = {quantity.measure for quantity in statement.claim.quantities if quantity.measure}
    names |= {whole for name in sorted(names) for whole in broader.get(name, ())}
    keys = {f"={name}" for name in names}
    keys.add(f"={statement.article.id}:{statement.claim.sentence.start}")
    return keys | statement.senses
