"""Sets all claims of a pile beside each other."""

from collections.abc import Sequence

from kg.compare.blocking import pairs
from kg.compare.propositions import weigh
from kg.compare.reprints import find_reprints
from kg.compare.rules import rules
from kg.compare.statements import Reader, Statement
from kg.compare.stories import Stories
from kg.compare.verdict import Rule, Verdict, copies, newer, overlap, quote
from kg.model import Article, Claim, Comparison, Entity, Measures, Relation, RelationKind


def compare(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    entities: Sequence[Entity],
    measures: Measures,
) -> Comparison:
    """How the claims stand to each other, and which articles are copies.

    Attitudes are never compared, nor articles of different stories, nor the two prints of one claim in an article and its copy. The result does not
    depend on the order of the arguments' items.

    Args:
        articles: All articles.
        claims: Their claims, with ids of entities.
        entities: Who and what the claims speak of.
        measures: What can be counted, and how it grows.
    """
    origins = find_reprints(articles)
    statements = Reader(articles, entities, origins).statements(claims)
    table = rules(measures, weigh(statements))
    found = (
        _relate(left, right, table)
        for left, right in pairs(statements, measures, Stories(articles))
    )
    relations = sorted(
        (relation for relation in found if relation is not None),
        key=lambda relation: (relation.left, relation.right, relation.kind),
    )
    return Comparison(relations=tuple(relations), origins=origins)


def _relate(left: Statement, right: Statement, table: tuple[Rule, ...]) -> Relation | None:
    """The relation that the first rule with something to say finds."""
    if copies(left, right) or overlap(left, right):
        return None
    for rule in table:
        if verdict := rule.judge(left, right):
            return _relation(left, right, rule, verdict)
    return None


def _relation(left: Statement, right: Statement, rule: Rule, verdict: Verdict) -> Relation | None:
    independent = _independent(left, right)
    copied = left.origin == right.origin and left.article.id != right.article.id
    if verdict.kind is RelationKind.CORROBORATES and copied:
        return None
    left_newer = newer(left, right) if verdict.left_newer is None else verdict.left_newer
    if verdict.kind is RelationKind.UPDATES and not left_newer:
        left, right = right, left
    confidence = min(left.claim.confidence, right.claim.confidence)
    return Relation(
        left=left.id,
        right=right.id,
        kind=verdict.kind,
        basis=rule.basis,
        why=f"{quote(left)} {verdict.because} {quote(right)}.",
        score=round(verdict.score * confidence, 3),
        rule=rule.name,
        independent=independent,
    )


def _independent(left: Statement, right: Statement) -> bool:
    """Whether two claims go back to different articles and different people."""
    if left.origin == right.origin and left.article.id != right.article.id:
        return False
    ours = {left.claim.speaker, *left.claim.via} - {None}
    theirs = {right.claim.speaker, *right.claim.via} - {None}
    return not ours & theirs
