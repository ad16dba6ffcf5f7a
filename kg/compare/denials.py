"""The rules on denials, negations, opposites and statements taken back."""

import re

from kg.compare.lexicon import lexicon, sense, tokens
from kg.compare.propositions import Weights, coverage, opposed, telling
from kg.compare.statements import Statement
from kg.compare.verdict import Verdict, newer, same_party
from kg.model import Modality, RelationKind

# Parts of the weight of one proposition that the other must have. Chosen on the labelled stories: a denial repeats
# what it denies in other words, so that more cannot be asked, and less joins unrelated claims.
DENIED_PART = 0.6
NEGATED_PART = 0.55
ANSWERED_PART = 0.4  # of the statement that a negation answers
TAKEN_BACK_PART = 0.3  # of what one party says, where the article presents it as a retraction

_NONE = re.compile(
    r"\b(?:there (?:was|were|is|are|had been|has been|have been)|(?:had|has|have)) no\b",
    re.IGNORECASE,
)

# What is not so of all may well be so of some.
_NOT_ALL = re.compile(r"\bnot (?:all|every|everyone|everybody|always)\b", re.IGNORECASE)

SHARED = 2  # senses that two propositions must share, whatever they weigh

SCORE_DENIAL = 0.85
SCORE_ANSWERED = 0.75  # what stands right before a denial that only points at it
SCORE_NEGATION = 0.7
SCORE_TAKEN_BACK = 0.75


def judge_denial(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """A denial against another party's statement of what is denied."""
    for one, other in ((left, right), (right, left)):
        if _rejoins(one, other):
            return Verdict(
                kind=RelationKind.CONTRADICTS,
                score=SCORE_ANSWERED,
                because="is told against, or is denied with,",
            )
    denied = [s for s in (left, right) if s.claim.modality is Modality.DENIED]
    if len(denied) != 1 or same_party(left, right):
        return None
    other = right if denied[0] is left else left
    if denied[0].points_back:
        return _answered(denied[0], other)
    if other.negative or not _repeats(denied[0], other, weights):
        return None
    if _reverses_order(denied[0], other):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS, score=SCORE_DENIAL, because="denies, or is denied by,"
    )


def _rejoins(one: Statement, other: Statement) -> bool:
    """Whether one goes on after "rejected that account" and the other is that account."""
    return _closes_sentence(other, one, one.answers) and not same_party(one, other)


def _closes_sentence(other: Statement, one: Statement, start: int | None) -> bool:
    """Whether a statement is the last of the sentence that begins there in the article of another."""
    return (
        other.closes and other.article.id == one.article.id and other.claim.sentence.start == start
    )


def _answered(denied: Statement, other: Statement) -> Verdict | None:
    """What stands right before a denial that only points at it: "He said nine had died. The army called the claim a lie."."""
    if not _closes_sentence(other, denied, denied.preceding):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS, score=SCORE_ANSWERED, because="is denied by, or denies,"
    )


def _reverses_order(denied: Statement, other: Statement) -> bool:
    """Whether "before" is denied and "last" affirmed, or the like: the two then agree."""
    early, late = (
        frozenset(group.split()) for group in ("first before earlier", "last after later")
    )
    one, two = (frozenset(tokens(statement.claim.text)) for statement in (denied, other))
    return bool((one & early and two & late) or (one & late and two & early))


def judge_negation(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """Two parties on one proposition, one of them with a negation or with the opposite word."""
    if same_party(left, right) or Modality.DENIED in (left.claim.modality, right.claim.modality):
        return None
    if not _opposite(left, right, weights):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS, score=SCORE_NEGATION, because="says the opposite of"
    )


def _opposite(left: Statement, right: Statement, weights: Weights) -> bool:
    texts = f"{left.claim.text} {right.claim.text}"
    if "?" in texts or _NOT_ALL.search(texts) or _of_two_subjects(left, right):
        return False
    if bool(left.denied) != bool(right.denied):
        negated, affirmed = (left, right) if left.denied else (right, left)
        return _speaks_of_what_there_is_none(negated, affirmed) or _negates(
            negated, affirmed, weights
        )
    if left.negative or right.negative:
        return False
    names = left.named | right.named
    shared = (left.clause & right.clause) - names
    return bool(shared) and opposed(left.clause, right.clause, weights, NEGATED_PART)


def _of_two_subjects(left: Statement, right: Statement) -> bool:
    """Whether both begin with a pronoun, each for its own speaker ("I would answer", "he would not answer")."""
    return left.begins_with_pronoun and right.begins_with_pronoun


def _negates(negated: Statement, affirmed: Statement, weights: Weights) -> bool:
    """Whether the main clauses of both are one proposition."""
    if not negated.negative or negated.negated not in {"", *affirmed.senses, *affirmed.speaker}:
        return False
    core = negated.senses if len(negated.clause) < SHARED else negated.clause
    said, heard = affirmed.clause | affirmed.speaker, negated.senses | negated.speaker
    return (
        telling(core & said, weights)
        and coverage(core, said, weights) >= NEGATED_PART
        and coverage(affirmed.clause, heard, weights) >= ANSWERED_PART
    )


def says_there_is_none(statement: Statement) -> bool:
    """Whether a statement says no more of a thing than that there was none."""
    return len(statement.denied) == 1 and _NONE.search(statement.claim.text) is not None


def _speaks_of_what_there_is_none(negated: Statement, affirmed: Statement) -> bool:
    """Whether one says "there was no siren" and the other speaks of the siren.

    In another article it must do so in its main clause.
    """
    one_article = negated.article.id == affirmed.article.id
    said = affirmed.senses if one_article else affirmed.clause
    return says_there_is_none(negated) and negated.denied <= said


def judge_taken_back(left: Statement, right: Statement, weights: Weights) -> Verdict | None:
    """One party's newer statement that reverses its older one, and is presented as doing so."""
    later = newer(left, right)
    if later is None or not same_party(left, right):
        return None
    new, old = (left, right) if later else (right, left)
    if not takes_back(new) or new.senses == old.senses:
        return None
    core, whole = _reversed(new, old)
    shared = core & whole
    if coverage(core, shared, weights) < TAKEN_BACK_PART:
        return None
    if len(shared) < (1 if new.denied or old.negative else SHARED):
        return None
    return Verdict(kind=RelationKind.UPDATES, score=SCORE_TAKEN_BACK, because="takes back")


def _reversed(new: Statement, old: Statement) -> tuple[frozenset[str], frozenset[str]]:
    """The proposition that is negated on one side, and all that the other side says."""
    if new.denied:
        return new.denied, old.senses
    if old.negative:
        return old.clause, new.senses
    return new.clause, old.senses


def takes_back(statement: Statement) -> bool:
    """Whether the article presents a statement as a retraction: in its cue, or in the words before the claim."""
    text = statement.article.text
    cue = statement.claim.cue.cut(text) if statement.claim.cue else ""
    before = text[statement.claim.sentence.start : statement.claim.content.start]
    found = {sense(word) for word in tokens(f"{cue} {before} {_last_sentence(statement.before)}")}
    found |= {sense(word) for word in tokens(statement.claim.text)} & {
        sense("misinformed"),
        sense("mistaken"),
    }
    return bool(found & lexicon().retraction)


def _last_sentence(paragraph: str) -> str:
    return paragraph.rstrip().removesuffix(".").rpartition(". ")[2]


def _repeats(denied: Statement, other: Statement, weights: Weights) -> bool:
    """Whether another statement says what one denies, which is more than to name the same people."""
    core = denied.senses if len(denied.clause) < SHARED else denied.clause
    said = other.senses | other.speaker
    if core & said <= denied.named:
        return False
    return telling(core & said, weights) and coverage(core, said, weights) >= DENIED_PART
