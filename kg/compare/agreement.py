"""The rules on times of day and on statements that say the same."""

from kg.compare.clocks import Clock, clocks
from kg.compare.propositions import Weights, coverage
from kg.compare.statements import Statement
from kg.compare.verdict import Verdict, same_party
from kg.model import Modality, RelationKind

# Times of one happening that lie further apart exclude each other, in minutes; nearer ones are one time.
APART = 25
ONE_TIME = 5
# Parts of the weight that must be shared, chosen on the labelled stories.
SAME_HAPPENING = 0.5
SAME_PROPOSITION = 0.6

SHARED = 2
SCORE_TIME = 0.8
SCORE_SAME_TIME = 0.75
SCORE_SAME = 0.65


def judge_time(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """Two parties give the hour of one happening."""
    if same_party(left, right) or left.negative != right.negative:
        return None
    if _overlap(left, right, weights) < SAME_HAPPENING or not left.senses & right.senses:
        return None
    ours, theirs = _hour(left), _hour(right)
    if ours is None or theirs is None or ours.universal != theirs.universal:
        return None
    apart = ours.minutes_from(theirs)
    if apart >= APART:
        return Verdict(
            kind=RelationKind.CONTRADICTS, score=SCORE_TIME, because="gives another hour than"
        )
    if apart <= ONE_TIME:
        return Verdict(
            kind=RelationKind.CORROBORATES, score=SCORE_SAME_TIME, because="gives the same hour as"
        )
    return None


def judge_agreement(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """Two parties say the same, and no figure or hour parts them."""
    if same_party(left, right) or left.negative != right.negative:
        return None
    if Modality.SPECULATED in (left.claim.modality, right.claim.modality):
        return None
    if left.claim.quantities and right.claim.quantities:
        return None
    shared = left.senses & right.senses
    if len(shared) < SHARED or _overlap(left, right, weights) < SAME_PROPOSITION:
        return None
    return Verdict(kind=RelationKind.CORROBORATES, score=SCORE_SAME, because="says the same as")


def _overlap(left: Statement, right: Statement, weights: Weights) -> float:
    """The part of the lighter statement that the heavier one has."""
    return max(
        coverage(left.senses, right.senses, weights), coverage(right.senses, left.senses, weights)
    )


def _hour(statement: Statement) -> Clock | None:
    """The one hour that a claim gives; None where it gives none or several."""
    found = [clock for clock in clocks(statement.claim.text) if clock.exact and not clock.negated]
    return found[0] if found and (len(found) == 1 or found[0].half_known) else None
