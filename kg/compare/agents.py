"""Who is meant by the doer of a deed, and which two doers exclude each other.

Two exclude each other only if that is sure: two persons, two countries or two bodies of which neither belongs to the other or
to what the other belongs to; or a country and a body of another country.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.compare.deeds import SPEAKER
from kg.compare.lexicon import lexicon, tokens
from kg.compare.places import countries
from kg.model import Claim, Entity, EntityKind, Family
from kg.model.entity import FAMILIES

_ITSELF = frozenset({SPEAKER, "i", "we"})
LONGEST_TITLE = 3  # words
_LEADING_ON = frozenset(["and", "or", "nor", "of", "with", "by", "for", "to", "against", "not"])
_ARMED = re.compile(
    r"['’]s? (?:armed |security |military |special )?(?:army|forces|troops|military|soldiers|air force|navy|government|intelligence)$"
)


@dataclass(frozen=True)
class Agent:
    """Who did something.

    Attributes:
        id: Of the entity.
        family: What it is.
        words: Of its names, in lower case.
        bodies: Its id and those of all that it is a part of, belongs to or lies in.
        countries: Those of them that are countries.
    """

    id: str
    family: Family
    words: frozenset[str]
    bodies: frozenset[str]
    countries: frozenset[str]

    def excludes(self, other: "Agent") -> bool:
        """Whether what one did, the other did not do."""
        if self.id == other.id or not self.words.isdisjoint(other.words):
            return False
        if self.family is Family.PERSON and other.family is Family.PERSON:
            return True
        if Family.PERSON in (self.family, other.family):  # a body acts by persons
            return False
        if not self.bodies.isdisjoint(other.bodies):
            return False
        one_kind = self.family is other.family is Family.BODY
        return one_kind or bool(self.countries and other.countries)


class Agents:
    """Finds doers among the entities of a pile."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        """Keep the entities by id."""
        self._entities = entities

    def agent(self, doer: str, claim: Claim) -> Agent | None:
        """Whom the words for a doer mean in a claim; None where that is not known, or is no one who is named."""
        if doer.casefold() in _ITSELF:
            found = None if claim.speaker is None else self._entities[claim.speaker]
        else:
            found = self._named(_ARMED.sub("", doer), claim.about)
        if found is None or not found.named or found.kind not in FAMILIES:
            return None
        made = self._agent(found)
        return None if made.family is Family.PLACE and made.id not in made.countries else made

    def _named(self, name: str, among: Iterable[str]) -> Entity | None:
        """The entity that is called by a name, a person also with titles in front of it."""
        wanted = name.casefold().removeprefix("the ")
        for entity in (self._entities[id_] for id_ in among):
            forms = {
                form.casefold().removeprefix("the ") for form in (entity.name, *entity.aliases)
            }
            if wanted in forms:
                return entity
            if FAMILIES.get(entity.kind) is Family.PERSON and any(
                _only_titled(wanted.removesuffix(form)) for form in forms if form != wanted
            ):
                return entity
        return None

    def subject(self, claim: Claim) -> frozenset[str]:
        """The person or body with whose name a claim begins, and all that it belongs to; empty where there is none."""
        words = claim.text.removeprefix("that ").removeprefix("The ").removeprefix("the ")
        for entity in (self._entities[id_] for id_ in claim.about):
            if entity.named and FAMILIES.get(entity.kind) in (Family.PERSON, Family.BODY):
                forms = "|".join(map(re.escape, (entity.name, *entity.aliases)))
                if re.match(rf"(?:[A-Z]\w+\.? ){{0,2}}?(?:the |The )?(?:{forms})(?!['’\w])", words):
                    return self._agent(entity).bodies
        return frozenset()

    def _agent(self, entity: Entity) -> Agent:
        bodies: set[str] = set()
        todo = [entity.id]
        while todo:
            here = todo.pop()
            if here not in bodies and here in self._entities:
                bodies.add(here)
                todo += _above(self._entities[here])
        names = (entity.name, *entity.aliases)
        return Agent(
            id=entity.id,
            family=FAMILIES[entity.kind],
            words=frozenset(word for name in names for word in tokens(name)) - lexicon().idle,
            bodies=frozenset(bodies),
            countries=frozenset(id_ for id_ in bodies if _is_country(self._entities[id_])),
        )


def _only_titled(before: str) -> bool:
    """Whether what stands before a name may be a title, and names nobody else."""
    words = before.split()
    return before.endswith(" ") and len(words) <= LONGEST_TITLE and _LEADING_ON.isdisjoint(words)


def _above(entity: Entity) -> list[str]:
    """What an entity is a part of, belongs to or lies in."""
    return sorted({*entity.affiliations, *entity.part_of, *entity.located_in})


def _is_country(entity: Entity) -> bool:
    names = {entity.name, *entity.aliases}
    return entity.kind is EntityKind.PLACE and not countries().isdisjoint(names)
