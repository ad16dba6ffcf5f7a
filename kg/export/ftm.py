"""Writes entities.ftm.json, entities of FollowTheMoney, for Aleph and nomenklatura.

Follows the FollowTheMoney schemata (https://followthemoney.tech/explorer/), one entity a line. Articles become Article,
persons and experts Person, organizations and units Organization, sources LegalEntity, events Event and places Address; who
and what an article mentions becomes a Mention, and what an entity belongs to a Membership, an UnknownLink or the like.
A claim is a Note on whoever makes it and on all that it is about, with its article as proof; how two claims stand to each
other is an UnknownLink between their notes. What FollowTheMoney has no property for stands in words in ``summary``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pycountry

from kg.export.files import replacing
from kg.export.flat import clean
from kg.graph import ClaimGraph
from kg.graph.build import figure, shorten
from kg.model import Article, Claim, Entity, EntityKind, Refusal, Relation, When
from kg.model.identifiers import mint

FILE = "entities.ftm.json"

SCHEMATA: Mapping[EntityKind, str] = {
    EntityKind.PERSON: "Person",
    EntityKind.EXPERT: "Person",
    EntityKind.ORGANIZATION: "Organization",
    EntityKind.UNIT: "Organization",
    EntityKind.SOURCE: "LegalEntity",
    EntityKind.EVENT: "Event",
    EntityKind.PLACE: "Address",
}
AGENTS = frozenset({"Person", "Organization", "LegalEntity"})
"""Schemata of those who can be mentioned, belong and own."""

REFERENCES = frozenset(
    {"document", "entity", "member", "object", "organization", "proof", "resolved", "subject"}
)
"""Properties whose values are other entities."""

Properties = dict[str, list[str]]
Row = dict[str, object]


def write(graph: ClaimGraph, folder: Path) -> None:
    """Write the entities, sorted by kind and id.

    Raises:
        ExportError: If the file cannot be written.
    """
    with replacing(folder / FILE) as stream:
        for row in entities(graph):
            stream.write(json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS) + "\n")


# Line ends to some readers though not to JSON.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def entities(graph: ClaimGraph) -> Iterator[Row]:
    """All entities."""
    collection = graph.collection
    known = {entity.id: entity for entity in collection.entities}
    for article in sorted(collection.articles, key=lambda row: row.id):
        yield _article(article)
    for entity in sorted(collection.entities, key=lambda row: row.id):
        yield _entity(entity, known)
        yield from _mentions(entity)
        yield from _ties(entity, known)
    for claim in sorted(collection.claims, key=lambda row: row.id):
        yield _claim(claim, graph)
    for relation in collection.relations:
        yield _relation(relation)
    for refusal in sorted(collection.refusals, key=lambda row: row.id):
        yield _refusal(refusal)


def _row(identity: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> Row:
    """An entity without empty values."""
    kept: Properties = {}
    for name, values in properties.items():
        texts = (clean(value).strip() for value in values if value)
        found = dict.fromkeys(_id(text) if name in REFERENCES else text for text in texts)
        found.pop("", None)
        if found:
            kept[name] = list(found)
    return {"id": _id(identity), "schema": schema, "properties": kept}


def _id(identity: str) -> str:
    """An identifier of the graph as FollowTheMoney takes it, which allows no slash."""
    return clean(identity).replace("/", ".")


def _article(article: Article) -> Row:
    return _row(
        article.id,
        "Article",
        {
            "title": [article.title],
            "fileName": [article.file],
            "author": article.authors,
            "publisher": [article.publisher],
            "publishedAt": [article.published],
            "sourceUrl": [_url(article.url)],
            "language": [_language(article.language)],
            "bodyText": [article.text],
        },
    )


def _entity(entity: Entity, known: Mapping[str, Entity]) -> Row:
    schema = SCHEMATA[entity.kind]
    properties: dict[str, Iterable[str | None]] = {
        "name": [entity.name],
        "alias": entity.aliases,
        "keywords": [entity.kind.value, None if entity.named else "unnamed"],
        "proof": entity.articles,
    }
    if schema == "Person":
        properties["position"] = [entity.role]
    elif schema in AGENTS:
        properties["summary"] = [entity.role]
    elif schema == "Event":
        properties["location"] = [known[place].name for place in entity.located_in]
        properties["summary"] = [entity.event]
        properties |= _dates(entity.when)
    else:
        properties["full"] = [entity.name]
    return _row(entity.id, schema, properties)


def _mentions(entity: Entity) -> Iterator[Row]:
    """A mention for each article; only those who act can be mentioned."""
    schema = SCHEMATA[entity.kind]
    for article in entity.articles if schema in AGENTS else ():
        yield _row(
            mint("Mention", entity.name, entity.id, article),
            "Mention",
            {
                "document": [article],
                "resolved": [entity.id],
                "name": [entity.name, *entity.aliases],
                "detectedSchema": [schema],
            },
        )


def _ties(entity: Entity, known: Mapping[str, Entity]) -> Iterator[Row]:
    """What an entity belongs to and lies in."""
    for role, others in (
        ("affiliatedWith", entity.affiliations),
        ("partOf", entity.part_of),
        ("locatedIn", entity.located_in),
    ):
        for other in others:
            identity = mint("Link", role, entity.id, other)
            ends = SCHEMATA[entity.kind], SCHEMATA[known[other].kind]
            if ends[0] in AGENTS and ends[1] == "Organization":
                joined = {"member": [entity.id], "organization": [other]}
                yield _row(identity, "Membership", {**joined, "role": [entity.role or role]})
            else:
                yield _link(identity, entity.id, other, {"role": [role]})


def _link(
    identity: str, source: str, target: str, further: Mapping[str, Iterable[str | None]]
) -> Row:
    return _row(identity, "UnknownLink", {"subject": [source], "object": [target], **further})


def _claim(claim: Claim, graph: ClaimGraph) -> Row:
    facts = [claim.style.value, claim.modality.value, claim.polarity.value]
    facts += [f"confidence {claim.confidence:.2f}", *map(figure, claim.quantities)]
    facts.append(f"independent origins: {graph.node(claim.id).attributes['origins']}")
    speakers = [claim.speaker, *claim.via]
    said = claim.said.earliest.isoformat() if claim.said else None
    return _row(
        claim.id,
        "Note",
        {
            "name": [shorten(claim.text)],
            "description": [claim.text],
            "entity": [*speakers, *claim.about],
            "proof": [claim.article],
            "publisher": [graph.node(claim.speaker).label if claim.speaker else None],
            "summary": ["; ".join(facts)],
            "createdAt": [said],
            "keywords": ["Claim"],
        },
    )


def _relation(relation: Relation) -> Row:
    identity = mint("Link", relation.kind.value, relation.left, relation.right)
    further = {
        "role": [relation.kind.value],
        "description": [relation.why],
        "summary": [f"{relation.basis.value}; score {relation.score:.2f}"],
        "status": ["independent" if relation.independent else "one origin"],
    }
    return _link(identity, relation.left, relation.right, further)


def _refusal(refusal: Refusal) -> Row:
    return _row(
        refusal.id,
        "Note",
        {
            "name": [refusal.text],
            "entity": [refusal.speaker],
            "proof": [refusal.article],
            "keywords": ["declined to comment"],
        },
    )


def _dates(when: When | None) -> dict[str, list[str | None]]:
    """A day, month or year as one date, an interval as two; what is approximate loses its sign."""
    if when is None:
        return {}
    first, *last = when.edtf.replace("~", "").split("/")
    return {"startDate": [first], "endDate": list(last)} if last else {"date": [first]}


def _url(url: str | None) -> str | None:
    """The address, if it is one of the web; with a path, which FollowTheMoney would add otherwise."""
    parts = urlsplit(url or "")
    if parts.scheme not in {"http", "https"}:
        return None
    return parts._replace(path=parts.path or "/").geturl()


def _language(tag: str | None) -> str | None:
    """The three letters of ISO 639-3 for a BCP 47 tag.

    >>> _language("en-GB"), _language(None)
    ('eng', None)
    """
    found = pycountry.languages.get(alpha_2=tag.split("-", 1)[0].lower()) if tag else None
    return found.alpha_3 if found else None
