"""The rules on times of day, on places, and on statements that say the same."""

import re
from datetime import datetime, timedelta

from kg.compare.clauses import content_senses
from kg.compare.clocks import Clock
from kg.compare.denials import says_there_is_none
from kg.compare.lexicon import lexicon, tokens
from kg.compare.propositions import Weights, coverage, telling, weight
from kg.compare.statements import Statement, one_passage
from kg.compare.verdict import Verdict, same_party
from kg.model import Modality, RelationKind

# Times of one happening that lie further apart exclude each other, in minutes; nearer ones are one time.
APART = 25
ONE_TIME = 5
# Parts of the weight that must be shared, chosen on the labelled stories.
SAME_HAPPENING = 0.5
TELLING_WORD = 0.55
SAME_MINUTE = 0.3  # one time to the minute is itself a sign of one happening
SAME_PROPOSITION = 0.45

_CAUSE = re.compile(
    r"\b(?:caused by|due to|because of|resulted from|result of|brought on by)\b([^,;:]*)"
)

# One happening is told within so many days; what is told later may be of another.
LONGEST_OCCASION = timedelta(days=14)

SCORE_TIME = 0.8
SCORE_PLACE = 0.7
SCORE_SAME_TIME = 0.75
SCORE_SAME = 0.65


def judge_time(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """Two parties give the hour of one happening."""
    if not two_parties_affirm(left, right):
        return None
    ours, theirs = _hour(left), _hour(right)
    if ours is None or theirs is None:
        return None
    # A mere hour, as in "gave the time as 8:05", is that of the sentence before.
    mere = one_passage(left, right) and not (left.senses and right.senses)
    if not mere and weight(left.senses & right.senses, weights) < TELLING_WORD:
        return None
    apart = ours.minutes_from(theirs)
    overlap = SAME_HAPPENING if mere else max(_coverages(left, right, weights))
    if apart >= APART and overlap >= SAME_HAPPENING:
        return Verdict(
            kind=RelationKind.CONTRADICTS, score=SCORE_TIME, because="gives another hour than"
        )
    if apart <= ONE_TIME and overlap >= SAME_MINUTE:
        return Verdict(
            kind=RelationKind.CORROBORATES, score=SCORE_SAME_TIME, because="gives the same hour as"
        )
    return None


def judge_place(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """Two parties put one happening in two places that exclude each other."""
    if not two_parties_affirm(left, right) or not _one_happening(left, right, weights):
        return None
    if left.negative or left.where is None or right.where is None:
        return None
    if not left.where.excludes(right.where):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS, score=SCORE_PLACE, because="gives another place than"
    )


def _one_happening(left: Statement, right: Statement, weights: Weights) -> bool:
    """Whether both tell of what happens once, of one subject and, as far as they tell, of one time.

    Whose name is given needs no more; of "the fire" the rest of what is said must tell that it is one fire.
    """
    if left.told is None or right.told is None or not left.told.is_that_of(right.told):
        return False
    if not at_one_time(left, right):
        return False
    where = content_senses(f"{left.told.where} {right.told.where}")
    ours, theirs = left.senses - where, right.senses - where
    return left.told.named or (
        telling(ours & theirs, weights)
        and min(coverage(ours, theirs, weights), coverage(theirs, ours, weights)) >= SAME_HAPPENING
    )


def at_one_time(left: Statement, right: Statement) -> bool:
    """Whether the times of both, as far as they tell, allow that they speak of one happening."""
    first, second = left.moment, right.moment
    if first is None or second is None:
        return True
    dated = left.dated and right.dated
    return first.overlaps(second) if dated else first.apart(second) <= LONGEST_OCCASION


def judge_agreement(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """Two parties say the same, and no figure, place or hour parts them."""
    if not two_parties_affirm(left, right) or _parted(left, right):
        return None
    if _both_say_none(left, right, weights):
        return Verdict(
            kind=RelationKind.CORROBORATES, score=SCORE_SAME, because="denies the same as"
        )
    mutual = min(_coverages(left, right, weights))
    if mutual < SAME_PROPOSITION or not telling(left.clause & right.clause, weights):
        return None
    ours, theirs = left.senses - left.named, right.senses - right.named
    if min(coverage(ours, theirs, weights), coverage(theirs, ours, weights)) < SAME_PROPOSITION:
        return None
    return Verdict(kind=RelationKind.CORROBORATES, score=SCORE_SAME, because="says the same as")


def _parted(left: Statement, right: Statement) -> bool:
    """Whether both give figures, which have a rule of their own, or name other places, doers or another hour."""
    if left.claim.quantities and right.claim.quantities:
        return True
    if left.places and right.places and left.places.isdisjoint(right.places):
        return True
    if _two_causes(left.claim.text, right.claim.text) or _done_by_others(left, right):
        return True
    ours, theirs = _hour(left), _hour(right)
    return bool(ours and theirs and ours.minutes_from(theirs) > ONE_TIME)


def _two_causes(left: str, right: str) -> bool:
    """Whether both tell a cause, and not the same."""
    causes = [content_senses(found[1]) for text in (left, right) if (found := _CAUSE.search(text))]
    return len(causes) == len((left, right)) and causes[0].isdisjoint(causes[1])


def _done_by_others(left: Statement, right: Statement) -> bool:
    """Whether both tell of a like deed, and of different doers."""
    if left.deed is None or right.deed is None or left.deed.act != right.deed.act:
        return False
    if left.agent and right.agent:
        return left.agent.id != right.agent.id
    ours, theirs = (frozenset(tokens(one.deed.doer)) for one in (left, right) if one.deed)
    return bool(ours and theirs) and ours.isdisjoint(theirs - lexicon().idle)


def two_parties_affirm(left: Statement, right: Statement) -> bool:
    """Whether two parties state, and do not just guess, something of one polarity."""
    guessed = Modality.SPECULATED in (left.claim.modality, right.claim.modality)
    return not guessed and left.negative == right.negative and not same_party(left, right)


def _both_say_none(left: Statement, right: Statement, weights: Weights) -> bool:
    """Whether one says "there was no siren" and the other negates a clause with a siren."""
    shorter, longer = sorted((left, right), key=lambda one: (len(one.denied), one.id))
    return (
        says_there_is_none(shorter)
        and shorter.denied <= longer.denied
        and weight(shorter.denied, weights) >= TELLING_WORD
    )


def _coverages(left: Statement, right: Statement, weights: Weights) -> tuple[float, float]:
    """The part of each statement's weight that the other has."""
    return (
        coverage(left.senses, right.senses, weights),
        coverage(right.senses, left.senses, weights),
    )


def _hour(statement: Statement) -> Clock | None:
    """The one hour that a claim gives, by the clock of its article's place; None where it gives none or several."""
    found = [clock for clock in statement.clocks if _of_happening(clock)]
    if not found or (len(found) > 1 and not found[0].half_known):
        return None
    clock = found[0]
    if not clock.universal:
        return clock
    zone = _zone(statement.published)
    return None if zone is None else clock.shifted(zone)


def _of_happening(clock: Clock) -> bool:
    return clock.exact and not clock.negated and not clock.bound


def _zone(published: str) -> int | None:
    """The minutes by which the clock of a publication time is ahead of universal time; None where unknown."""
    try:
        offset = datetime.fromisoformat(published).utcoffset()
    except ValueError:
        return None
    return None if offset is None else int(offset.total_seconds() // 60)
