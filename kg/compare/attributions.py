"""The rule on disputed attributions: somebody says never to have said what is attributed to him or her.

Whoever says so says nothing of the thing itself: "I never said that the dam had failed" leaves open whether it did.
"""

from kg.compare.clauses import content_senses, negators_in
from kg.compare.lexicon import tokens
from kg.compare.propositions import Weights, coverage, telling
from kg.compare.sayings import Saying
from kg.compare.statements import PRONOUNS, Statement
from kg.compare.verdict import Verdict, newer, same_party
from kg.model import Modality, RelationKind, Style

# Part of the weight of what was never said that the attributed words must have; that of the rule on denials.
REPEATED_PART = 0.6

SCORE_ATTRIBUTION = 0.8
SCORE_POINTING = 0.7  # "I never said so", of what the sentence before attributes

BECAUSE = "disputes, or is disputed by, the attribution of"


def judge_attribution(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """A speaker who says never to have said something against a claim that attributes it to that speaker."""
    if (left.never_said is None) == (right.never_said is None):
        return None
    never, other = (right, left) if left.never_said is None else (left, right)
    if other.claim.modality is Modality.DENIED or newer(never, other) is False:
        return None
    saying = never.never_said
    attributed = None if saying is None else _attributed(saying, never, other)
    if saying is None or attributed is None:
        return None
    if not saying.what:
        return _verdict(SCORE_POINTING) if _points_at(never, other) else None
    return _verdict(SCORE_ATTRIBUTION) if _repeats(saying.what, attributed, weights) else None


def _verdict(score: float) -> Verdict:
    return Verdict(kind=RelationKind.CONTRADICTS, score=score, because=BECAUSE)


def _attributed(saying: Saying, never: Statement, other: Statement) -> str | None:
    """The words that another claim attributes to the one who is said never to have said them; None where it has none.

    They are that claim's own words, or those of which it says that they were said.
    """
    who = frozenset(tokens(saying.who))
    if not who or who & PRONOUNS or who & never.name:
        if never.claim.speaker is not None and same_party(never, other):
            return other.claim.text
        who = never.name
    elif who & other.name:
        return other.claim.text
    if other.said is not None and not who.isdisjoint(tokens(other.said.who)):
        return other.said.what
    return None


def _repeats(what: str, attributed: str, weights: Weights) -> bool:
    """Whether attributed words say what was never said, both affirmed or both negated."""
    core, heard = content_senses(what), content_senses(attributed)
    return (
        negators_in(what) == negators_in(attributed)
        and telling(core & heard, weights)
        and coverage(core, heard, weights) >= REPEATED_PART
    )


def _points_at(never: Statement, other: Statement) -> bool:
    """Whether "so" means another claim: the one reported by somebody else in the sentence just before it."""
    own_voice = other.claim.style is Style.DIRECT and not other.claim.via
    return not own_voice and other.claim.sentence.start in (
        never.claim.sentence.start,
        never.preceding,
    )
