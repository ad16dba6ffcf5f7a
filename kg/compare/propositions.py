"""How much two propositions have in common."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.compare.lexicon import lexicon
from kg.compare.statements import Statement

Weights = Mapping[str, float]


# So many claims of other stories are assumed beside those of the pile, so that the words of a small pile are not
# all common.
BACKGROUND = 50
# Two propositions are only compared if what they share tells this much: two rare words, or three middling ones.
# Chosen on claims of 84 unrelated articles, most of whose pairs share the names of the day and a common verb.
TELLING = 1.0


def weigh(statements: Iterable[Statement]) -> dict[str, float]:
    """The weight of every sense: near 1 for one that occurs once, near 0 for one of all claims.

    The weights are inverse document frequencies, as a part of the largest that there can be.
    """
    found = list(statements)
    counts = Counter(sense for statement in found for sense in statement.senses)
    total = len(found) + BACKGROUND
    return {
        sense: math.log(1 + total / count) / math.log(1 + total)
        for sense, count in sorted(counts.items())
    }


def weight(senses: Iterable[str], weights: Weights) -> float:
    """The weight of the senses; the sum does not depend on their order."""
    return math.fsum(weights.get(sense, 1.0) for sense in senses)


def coverage(senses: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    """The part of the weight of some senses that another set has, 0 to 1.

    >>> coverage(frozenset({"dam", "fail"}), frozenset({"dam"}), {"dam": 1.0, "fail": 3.0})
    0.25
    """
    whole = weight(senses, weights)
    return weight(senses & other, weights) / whole if whole else 0.0


def telling(shared: frozenset[str], weights: Weights) -> bool:
    """Whether shared senses tell enough to set two propositions beside each other."""
    return weight(shared, weights) >= TELLING


def opposed(left: frozenset[str], right: frozenset[str], weights: Weights, part: float) -> bool:
    """Whether one proposition has a word that excludes a word of the other, and they share the rest.

    Args:
        left: The senses of one.
        right: The senses of the other.
        weights: Of the senses.
        part: Of the weight of the rest of the shorter one that the other must have.
    """
    opposites = lexicon().opposite
    pairs = {(a, b) for a in left - right for b in opposites.get(a, ()) if b in right - left}
    if not pairs:
        return False
    rest = [left - {a for a, _ in pairs}, right - {b for _, b in pairs}]
    shorter, longer = sorted(rest, key=lambda senses: weight(senses, weights))
    return telling(shorter & longer, weights) and coverage(shorter, longer, weights) >= part
