"""From the referents of all articles to entities, and the claims with their ids."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import (
    Answer,
    Article,
    Claim,
    Entity,
    EntityKind,
    Extraction,
    Judgement,
    Referent,
    Resolution,
)
from kg.model.identifiers import mint
from kg.resolve.candidates import candidates
from kg.resolve.clusters import Cluster, clusters
from kg.resolve.entities import entity, identify
from kg.resolve.events import merge_events
from kg.resolve.names import normal
from kg.resolve.pairings import pairings
from kg.resolve.rulings import ruled


def resolve(extractions: Sequence[Extraction], judgements: Sequence[Judgement] = ()) -> Resolution:
    """The entities behind the referents of all articles, and all claims and refusals with ids of entities.

    Unnamed sources stay with their article. The result does not depend on the order of the extractions or of the
    judgements, and an article that is given twice counts once.

    Args:
        extractions: What the articles say.
        judgements: What people say of names in them, which goes before what the rules say.

    Raises:
        JudgementError: If two judgements contradict each other, or one says that things of two families are the
            same.
        KeyError: If a claim or referent points to a referent that its extraction lacks.
    """
    by_article = {extraction.article.id: extraction for extraction in extractions}
    unique = [by_article[article] for article in sorted(by_article)]
    referents = [referent for extraction in unique for referent in extraction.referents]
    publishers = {e.article.id: p for e in unique if (p := _publisher(e.article)) is not None}
    named = [*referents, *publishers.values()]
    rulings = ruled(judgements, candidates(named))
    same, different = rulings.pairs(Answer.SAME), rulings.pairs(Answer.DIFFERENT)
    grouping = clusters(rulings.candidates, same, different)
    entities, ids = _entities(named, grouping.clusters, publishers)
    publishing = {article: ids[referent.id] for article, referent in publishers.items()}
    claims = (_with_entities(c, ids, publishing) for e in unique for c in e.claims)
    refusals = (
        refusal.model_copy(update={"speaker": refusal.speaker and ids[refusal.speaker]})
        for extraction in unique
        for refusal in extraction.refusals
    )
    return Resolution(
        entities=entities,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        publishers=publishing,
        refusals=tuple(sorted(refusals, key=lambda refusal: refusal.id)),
        pairings=pairings(rulings, grouping),
        unheeded=rulings.unheeded,
    )


def _publisher(article: Article) -> Referent | None:
    if not article.publisher or not normal(article.publisher):
        return None
    return Referent(id=f"{article.id}#publisher", kind=EntityKind.SOURCE, name=article.publisher)


def _entities(
    referents: Sequence[Referent], found: Iterable[Cluster], publishers: Mapping[str, Referent]
) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """All entities, sorted by id, and the entity of every referent."""
    publishing = frozenset(referent.id for referent in publishers.values())
    made: dict[str, tuple[tuple[EntityKind, str, str], tuple[Referent, ...]]] = {}
    for cluster in found:
        identity = identify(cluster, publishing)
        made[identity[2]] = (identity, cluster.referents)
    for referent in referents:
        if not referent.named and referent.kind is not EntityKind.EVENT:
            unnamed = mint(referent.kind, referent.name, referent.id)
            made[unnamed] = ((referent.kind, referent.name, unnamed), (referent,))
    ids = {referent.id: id_ for id_, (_, members) in made.items() for referent in members}
    events = [referent for referent in referents if referent.kind is EntityKind.EVENT]
    for id_, members in merge_events(events, ids).items():
        name = min((event.name for event in members), key=lambda name: (-len(name), name))
        made[id_] = ((EntityKind.EVENT, name, id_), members)
        ids |= {event.id: id_ for event in members}
    rows = (entity(identity, members, ids) for _, (identity, members) in sorted(made.items()))
    return tuple(rows), ids


def _with_entities(claim: Claim, ids: Mapping[str, str], publishing: Mapping[str, str]) -> Claim:
    """The claim with ids of entities; its article's publisher is no intermediary."""
    publisher = publishing.get(claim.article)
    via = dict.fromkeys(ids[referent] for referent in claim.via)
    return claim.model_copy(
        update={
            "speaker": None if claim.speaker is None else ids[claim.speaker],
            "via": tuple(who for who in via if who != publisher),
            "about": tuple(sorted({ids[referent] for referent in claim.about})),
        }
    )
