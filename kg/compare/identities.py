"""The rule on who did it: two parties name two doers of one deed, of whom not both can be meant."""

from kg.compare.agreement import at_one_time, two_parties_affirm
from kg.compare.clauses import content_senses
from kg.compare.deeds import Deed
from kg.compare.statements import Statement
from kg.compare.verdict import Verdict
from kg.model import Modality, RelationKind

SCORE_DOER = 0.7


def judge_doer(left: Statement, right: Statement) -> Verdict | None:
    """Two parties name two doers of one deed."""
    if left.deed is None or right.deed is None or left.agent is None or right.agent is None:
        return None
    if left.deed.joint or right.deed.joint:
        return None
    planned = Modality.PLANNED in (left.claim.modality, right.claim.modality)
    if planned or left.negative or not two_parties_affirm(left, right):
        return None
    if not left.agent.excludes(right.agent) or not at_one_time(left, right):
        return None
    if not _one_deed(left, right, left.deed, right.deed):
        return None
    return Verdict(
        kind=RelationKind.CONTRADICTS, score=SCORE_DOER, because="names another doer than"
    )


def _one_deed(left: Statement, right: Statement, ours: Deed, theirs: Deed) -> bool:
    """Whether two deeds are one, as far as the words tell what was done, to which thing and where.

    What may be done several times in a story is one only if the words tell which one it was, or in one article.
    """
    if ours.act != theirs.act or ours.order != theirs.order:
        return False
    if ours.names and theirs.names and ours.names.isdisjoint(theirs.names):
        return False
    if left.scene and right.scene and left.scene.isdisjoint(right.scene):
        return False
    first, second = (content_senses(one.to) - one.head for one in (ours, theirs))
    if first and second:
        return not first.isdisjoint(second)
    return not ours.repeats or left.article.id == right.article.id
