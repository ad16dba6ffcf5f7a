"""What a rule says of two statements."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.compare.statements import Statement
from kg.model import Basis, RelationKind
from kg.model.base import Frozen
from kg.model.claim import Confidence

COPIED_PART = (
    0.8  # of the senses of two claims in copies of one article; a copy changes a word or two
)
QUOTED = 160  # characters of each side's words that a reason quotes


class Verdict(Frozen):
    """How two statements stand to each other, by one rule.

    Attributes:
        kind: What it is.
        score: 0 to 1, how sure the rule is before the claims' own confidence is counted in.
        because: What the two have to do with each other, as the middle of a sentence between two quotations.
        left_newer: Whether the left is the newer one, where the rule knows it better than the dates do.
    """

    kind: RelationKind
    score: Confidence
    because: str
    left_newer: bool | None = None


Judge = Callable[[Statement, Statement], Verdict | None]


@dataclass(frozen=True)
class Rule:
    """A row of the table of rules.

    Attributes:
        name: Short name.
        purpose: One sentence for the documentation.
        basis: What its verdicts rest on.
        judge: Takes two statements in any order; None where the rule has nothing to say.
    """

    name: str
    purpose: str
    basis: Basis
    judge: Judge


def quote(statement: Statement) -> str:
    """The claim's words on one line, between quotation marks, cut at a word."""
    line = " ".join(statement.claim.text.split())
    if len(line) > QUOTED:
        line = line[: QUOTED - 1].rsplit(" ", 1)[0] + "…"
    return f"“{line}”"


def same_party(left: Statement, right: Statement) -> bool:
    """Whether one speaker made both claims, or one speaks for the other."""
    a, b = left.claim.speaker, right.claim.speaker
    if a is None or b is None:
        return a == b and left.origin == right.origin
    return a in right.party or b in left.party


def newer(left: Statement, right: Statement) -> bool | None:
    """Whether the left claim is the newer one: said later, else of a later time; None where neither is."""
    for one, other in ((left.uttered, right.uttered), (left.moment, right.moment)):
        if one and other and not one.overlaps(other):
            return one.first > other.first
    return None


def copies(left: Statement, right: Statement) -> bool:
    """Whether two claims are one, printed twice."""
    if left.origin != right.origin or left.article.id == right.article.id:
        return False
    shared = len(left.senses & right.senses)
    return shared >= COPIED_PART * max(len(left.senses), len(right.senses))


def overlap(left: Statement, right: Statement) -> bool:
    """Whether two claims have words in common at one place of one article, as a report of a report does."""
    one_article = left.article.id == right.article.id
    return one_article and left.claim.content.overlaps(right.claim.content)
