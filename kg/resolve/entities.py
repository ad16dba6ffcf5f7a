"""Makes entities of clusters: which kind, which name, which identifier."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model import Entity, EntityKind, Family, Referent, When
from kg.model.identifiers import mint
from kg.resolve.clusters import Cluster
from kg.resolve.names import normal, unowned


def article_of(referent: Referent) -> str:
    """The id of the article that the referent belongs to."""
    return referent.id.rpartition("#")[0]


def kind_of(referents: Iterable[Referent], publishers: frozenset[str]) -> EntityKind:
    """The kind of an entity whose referents disagree: the narrower one.

    One article that calls somebody an expert makes her one. A body that publishes an article is a source; other
    bodies are what most articles hold them for.

    Args:
        referents: Of one family.
        publishers: Ids of the referents that publish an article.
    """
    found = list(referents)
    votes = Counter(referent.kind for referent in found)
    if EntityKind.EXPERT in votes:
        return EntityKind.EXPERT
    if any(referent.id in publishers for referent in found):
        return EntityKind.SOURCE
    return min(votes, key=lambda kind: (-votes[kind], kind is EntityKind.ORGANIZATION, kind))


def name_of(cluster: Cluster) -> str:
    """The full form that most articles use; the longer of two equally frequent ones, then the first by alphabet.

    A form with its country in front ("Norway's Tide Office") gives way to the same without it, where that occurs; so
    does a person's or a place's name in capitals, as datelines and headings have it.
    """
    shouted = cluster.family is not Family.BODY
    articles: dict[str, set[str]] = {}
    bare = {unowned(form)[0] for one in cluster.full for form in one.names}
    for candidate in (*cluster.full, *(one for one in cluster.short if one.key in bare)):
        for referent in candidate.referents:
            articles.setdefault(referent.name, set()).add(article_of(referent))
    return min(
        articles,
        key=lambda form: (
            shouted and form.isupper(),
            "'s " in form.replace("’", "'"),
            -len(articles[form]),
            -len(form),
            form,
        ),
    )


def identify(cluster: Cluster, publishers: frozenset[str]) -> tuple[EntityKind, str, str]:
    """Kind, name and identifier of the entity behind a cluster.

    Its identity is its name; a name that several people have is told apart by the article.
    """
    kind, name = kind_of(cluster.referents, publishers), name_of(cluster)
    identity = [normal(name)]
    bearers = [one.article for one in (*cluster.full, *cluster.short) if name in one.names]
    if cluster.shared:
        identity.append(article_of(cluster.referents[0]))
    elif None not in bearers:
        identity.append(min(filter(None, bearers)))
    return kind, name, mint(kind, name, *identity)


def entity(
    identity: tuple[EntityKind, str, str], referents: tuple[Referent, ...], ids: Mapping[str, str]
) -> Entity:
    """The entity of this kind, name and id.

    Args:
        identity: Kind, name and id.
        referents: All that were merged into it, sorted by id.
        ids: Referent id to entity id, for all referents.
    """
    kind, name, entity_id = identity
    forms = {form for referent in referents for form in (referent.name, *referent.aliases)}
    return Entity(
        id=entity_id,
        kind=kind,
        name=name,
        aliases=tuple(sorted(forms - {name})),
        named=any(referent.named for referent in referents),
        role=_most_frequent(referent.role for referent in referents),
        affiliations=_entities((id_ for r in referents for id_ in r.affiliations), ids, entity_id),
        part_of=_entities((id_ for r in referents for id_ in r.part_of), ids, entity_id),
        located_in=_entities((id_ for r in referents for id_ in r.located_in), ids, entity_id),
        event=_most_frequent(referent.event for referent in referents),
        when=_narrowest(referents),
        referents=tuple(referent.id for referent in referents),
        articles=tuple(sorted({article_of(referent) for referent in referents})),
    )


def _entities(referent_ids: Iterable[str], ids: Mapping[str, str], itself: str) -> tuple[str, ...]:
    return tuple(sorted({ids[referent] for referent in referent_ids} - {itself}))


def _most_frequent(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _narrowest(referents: tuple[Referent, ...]) -> When | None:
    whens = {referent.when for referent in referents if referent.when is not None}
    return min(whens, key=lambda when: (when.latest - when.earliest, when.edtf)) if whens else None
