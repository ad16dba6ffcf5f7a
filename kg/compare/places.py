"""Where a text says that something was: the places that it names, how they lie in each other, and which exclude each other.

Two places exclude each other only if that is sure: two towns, called so in the pile, or two countries, of which neither is
said to lie in the other; two kinds of building; or a place of which the other text says "not in".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

import pycountry

from kg.compare.lexicon import lexicon, stem
from kg.model import Article, Entity, EntityKind

OPENING = 3  # paragraphs of an article that, with its title, tell where its story plays

_TOWN = "(?:town|city|village|hamlet)"
# What may stand behind "a town", so that "a town square" is none.
_CLOSED = r"(?=\W*(?:$|[,;:.)]|(?:of|in|on|near|where|that|which|with|north|south|east|west|some|about)\b))"
_IN = r"(?:in|at|inside)\s+(?:the\s+(?:\w+\s+)?(?:town|city|village|hamlet)\s+of\s+)?"
_BUILDING = r"\b(?:in|at|inside|into)\s+((?:[\w'’-]+\s+){0,4}?[\w'’-]+)(?=\s+(?:in|on|at|near|of|by|after|before|when|where|while)\b|\W*$)"


class Level(Enum):
    """What a place is, as far as that tells what it excludes."""

    TOWN = auto()
    COUNTRY = auto()
    BUILDING = auto()


@dataclass(frozen=True)
class Site:
    """Where something was.

    Attributes:
        id: Of the place, or the stem of the kind of building.
        around: Ids of the places that it is said to lie in.
        level: What it is; None where that is not known.
    """

    id: str
    around: frozenset[str] = frozenset()
    level: Level | None = None

    def excludes(self, other: "Site") -> bool:
        """Whether what was in one was not in the other."""
        if self.level is None or self.level is not other.level or self.id == other.id:
            return False
        return self.id not in other.around and other.id not in self.around


@dataclass(frozen=True)
class Where:
    """The places of one happening, by one claim.

    Attributes:
        sites: Where it was.
        rejected: Ids of places and stems of buildings where it expressly was not.
    """

    sites: tuple[Site, ...] = ()
    rejected: frozenset[str] = frozenset()

    def excludes(self, other: "Where") -> bool:
        """Whether both cannot be right: one place of one level each, that exclude each other, or a place rejected."""
        if self.rejected & {site.id for site in other.sites}:
            return True
        if other.rejected & {site.id for site in self.sites}:
            return True
        return any(self._only(level).excludes(other._only(level)) for level in Level)  # noqa: SLF001

    def _only(self, level: Level) -> Site:
        found = [site for site in self.sites if site.level is level]
        return found[0] if len(found) == 1 else Site("")


class Places:
    """Finds places in the texts of a pile."""

    def __init__(self, articles: Sequence[Article], entities: Sequence[Entity]) -> None:
        """Keep the places that each article names, with a pattern that finds them."""
        self._texts = {article.id: article.text for article in articles}
        self._entities = {e.id: e for e in entities if e.kind is EntityKind.PLACE}
        self._forms: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        self._levels: dict[str, Level | None] = {}
        self._homes: dict[str, frozenset[str]] = {}
        for entity in self._entities.values():
            pattern = re.compile(rf"\b(?:{_named(entity)})\b")
            for article in entity.articles:
                self._forms[article].append((pattern, entity.id))

    def named_in(self, article: str, text: str) -> frozenset[str]:
        """The places that a text of an article names, and those that they lie in."""
        named = {id_ for pattern, id_ in self._forms[article] if pattern.search(text)}
        return frozenset(named | {id_ for place in named for id_ in self._around(place)})

    def home(self, article: Article) -> frozenset[str]:
        """The places that the title and the opening of an article name."""
        if article.id not in self._homes:
            lines = [line for line in article.text.splitlines() if line.strip()]
            opening = "\n".join((article.title or "", *lines[:OPENING]))
            self._homes[article.id] = self.named_in(article.id, opening)
        return self._homes[article.id]

    def where(self, article: str, words: str, text: str) -> Where:
        """Where the words behind a verb say that something was, and the claim's text that it was not."""
        sites = [*self._sites(article, words), *_buildings(words)]
        rejected = {
            id_
            for pattern, id_ in self._forms[article]
            if re.search(rf"\bnot\s+{_IN}{pattern.pattern}", text)
        }
        return Where(tuple(sites), frozenset(rejected))

    def _sites(self, article: str, words: str) -> Iterable[Site]:
        for pattern, id_ in self._forms[article]:
            if re.search(rf"\b{_IN}{pattern.pattern}", words):
                yield Site(id_, frozenset(self._around(id_)), self._level(id_))

    def _around(self, place: str) -> set[str]:
        """The places that a place lies in, however many lie between."""
        found: set[str] = set()
        todo = [place]
        while todo:
            entity = self._entities.get(todo.pop())
            new = set(entity.located_in) - found if entity else set()
            found |= new
            todo += sorted(new)
        return found

    def _level(self, place: str) -> Level | None:
        if place not in self._levels:
            self._levels[place] = self._found_level(self._entities[place])
        return self._levels[place]

    def _found_level(self, place: Entity) -> Level | None:
        if not countries().isdisjoint({place.name, *place.aliases}):
            return Level.COUNTRY
        names = _named(place)
        called = re.compile(
            rf"\b{_TOWN} of (?:{names})\b|\b(?:{names}),? (?:an?|the) (?:\w+ ){{0,3}}{_TOWN}{_CLOSED}"
        )
        texts = (self._texts[article] for article in place.articles)
        return Level.TOWN if any(called.search(text) for text in texts) else None


def _named(place: Entity) -> str:
    """A pattern for all names of a place, the longest first, as they are and in capitals."""
    forms = {place.name, *place.aliases}
    forms |= {form.upper() for form in forms}
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


@cache
def countries() -> frozenset[str]:
    """Names of countries in English; one that another counts among its parts is left out ("Hong Kong")."""
    parts = {
        " ".join(words[:length])
        for part in pycountry.subdivisions
        for words in [part.name.split()]
        for length in range(1, len(words) + 1)
    }
    names = {country.name.split(",")[0] for country in pycountry.countries}
    names |= {getattr(country, "common_name", country.name) for country in pycountry.countries}
    return frozenset(names - parts) | lexicon().countries


def _buildings(words: str) -> Iterable[Site]:
    """The building that words tell, if it is one that tells where something was not."""
    for found in re.finditer(_BUILDING, words):
        phrase = [stem(word) for word in found[1].split()]
        known = [word for word in phrase if word in lexicon().buildings]
        if len(known) == 1 and known[0] == phrase[-1]:
            yield Site(known[0], level=Level.BUILDING)
