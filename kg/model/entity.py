"""Who and what a graph speaks of: referents within one article, entities across articles."""

from enum import StrEnum

from kg.model.base import Frozen
from kg.model.span import Span
from kg.model.when import When


class EntityKind(StrEnum):
    """Kinds of entity; values are the local names of the classes in ontology/kg.ttl."""

    SOURCE = "Source"  # an outlet, agency, channel, document or unnamed source
    EXPERT = "Expert"  # a person quoted for knowledge
    PERSON = "Person"
    ORGANIZATION = "Organization"
    UNIT = "Unit"  # a named body that acts as a unit, first of all military
    EVENT = "Event"
    PLACE = "Place"


class Family(StrEnum):
    """Kinds that can be one thing; things of two families are never one."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"


FAMILIES = {
    EntityKind.PERSON: Family.PERSON,
    EntityKind.EXPERT: Family.PERSON,
    EntityKind.SOURCE: Family.BODY,
    EntityKind.ORGANIZATION: Family.BODY,
    EntityKind.UNIT: Family.BODY,
    EntityKind.PLACE: Family.PLACE,
}
"""The family of each kind; events have none."""


class Referent(Frozen):
    """An entity as one article knows it: all its mentions there (a discourse referent, Karttunen 1976).

    Attributes:
        id: Unique over all articles: the article's id, ``#`` and a number in order of first mention.
        kind: What it is.
        name: The fullest name that this article gives it; for an unnamed source, what it is called.
        aliases: Other names and acronyms used for it here, sorted, without pronouns and bare roles.
        named: False for unnamed sources ("one source", "Ukrainian officials").
        mentions: Where it is named or called what it is, in order of the text; pronouns are left out. Empty
            for one known from the article's front matter only.
        role: What the article says it is ("military analyst", "president"), lower-case, or None.
        affiliations: Ids of the referents (organizations, places) that it belongs to or acts for.
        part_of: Ids of the referents that it is a part of.
        located_in: Ids of the places that it lies in.
        event: Local name of the kind of event, for events only.
        when: When an event took place; None where unknown.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    mentions: tuple[Span, ...] = ()
    role: str | None = None
    affiliations: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    located_in: tuple[str, ...] = ()
    event: str | None = None
    when: When | None = None


class Entity(Frozen):
    """An entity over all articles; fields as in Referent, with ids of entities in place of referents.

    Attributes:
        referents: Ids of the referents merged into it, sorted.
        articles: Ids of the articles that mention it, sorted.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    role: str | None = None
    affiliations: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    located_in: tuple[str, ...] = ()
    event: str | None = None
    when: When | None = None
    referents: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
