"""Decides what each name names: the evidence for all mentions of one spelling, added up.

One spelling has one kind in one article (one sense per discourse, Gale, Church and Yarowsky 1992), and full names
vouch for their parts. A name without enough evidence is left out.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.extract.entities import heads
from kg.extract.entities.descriptions import Description
from kg.extract.entities.evidence import EVIDENCE, PERSON, PLACE, SIGN, recognized
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page
from kg.model import EntityKind

Votes = defaultdict[EntityKind, float]

# Below this a name is left out: one label of the recognizer is enough. Chosen on the development stories.
ENOUGH = 0.9
# What a person's evidence is worth for a lone word that is part of nobody's full name: a report gives people
# their full name once, outlets and companies not. Chosen on the development stories.
LONE_PERSON = 0.5

_REMEMBERED = 2**14  # words of names whose plain form is kept at hand
_APOSTROPHES = str.maketrans({"’": "'", ".": ""})


def key(words: Sequence[str]) -> str:
    """What two spellings of one name share: no case, hyphens or full stops, one form of apostrophe.

    >>> key(["Han", "Seo", "-", "ri"]) == key(["HAN", "Seo", "Ri"])
    True
    """
    return " ".join(filter(None, map(_plain, words)))


@lru_cache(_REMEMBERED)
def _plain(word: str) -> str:
    """A word of a key; empty for a hyphen."""
    return "" if word in {"-", "‐", "‑"} else word.casefold().translate(_APOSTROPHES)


def name_key(page: Page, name: Name) -> str:
    """The key of a name."""
    return key(page.text[name.start : name.end])


def kinds(
    page: Page, found: Sequence[Name], said: Mapping[Name, Sequence[Description]]
) -> dict[str, EntityKind]:
    """Key of a name to its kind; names without evidence are missing.

    Args:
        page: The article.
        found: Its names.
        said: What is said of each.
    """
    votes: defaultdict[str, _Tally] = defaultdict(_Tally)
    for name in found:
        tally = votes[name_key(page, name)]
        for rule in EVIDENCE:
            for kind, weight in rule(page, name, said[name]):
                ballot = tally.labels if rule is recognized else tally.signs
                ballot[kind] += weight
    _share(votes)
    return {spelling: best for spelling, tally in votes.items() if (best := tally.best())}


@dataclass(slots=True)
class _Tally:
    """The evidence for one spelling: the recognizer's labels, and all other signs."""

    labels: Votes = field(default_factory=lambda: defaultdict(float))
    signs: Votes = field(default_factory=lambda: defaultdict(float))

    def total(self, kind: EntityKind) -> float:
        """All evidence for a kind."""
        return self.labels.get(kind, 0.0) + self.signs.get(kind, 0.0)

    def best(self) -> EntityKind | None:
        """The kind with the most evidence; None where there is not enough for any."""
        kind = max(sorted({*self.labels, *self.signs}), key=self.total, default=None)
        return kind if kind is not None and self.total(kind) >= ENOUGH else None

    def vouch(self, kind: EntityKind) -> None:
        """Count a full name of this kind; where it is a person's, labels of other kinds count no more.

        Lone surnames are where the recognizer errs most, and differently from mention to mention.
        """
        self.signs[kind] += SIGN
        if kind is PERSON:
            for other in self.labels.keys() - {PERSON}:
                self.labels[PERSON] += self.labels.pop(other)

    def discount(self) -> None:
        """Take from a person's labels where something else is possible."""
        if any(
            weight > 0
            for kind, weight in [*self.labels.items(), *self.signs.items()]
            if kind is not PERSON
        ):
            self.labels[PERSON] *= LONE_PERSON


def _share(votes: Mapping[str, _Tally]) -> None:
    """Let full names vouch for their parts: a surname for a person, a first word for a company."""
    vouched: set[str] = set()
    _share_back(votes)
    for spelling in sorted(votes):
        words = spelling.split()
        best = votes[spelling].best()
        if len(words) == 1 or best is None or best is PLACE:
            continue
        parts = _parts_of_person(words) if best is PERSON else _parts_of_body(spelling, votes)
        for part in sorted(parts & votes.keys()):
            votes[part].vouch(best)
            vouched.add(part)
    for spelling, tally in votes.items():
        if " " not in spelling and spelling not in vouched:
            tally.discount()


def _share_back(votes: Mapping[str, _Tally]) -> None:
    """Let a surname that is surely a person's vouch for a full name of which nothing else is known."""
    for spelling in sorted(votes):
        tally = votes[spelling]
        surname = spelling.rpartition(" ")[2]
        if surname == spelling or surname not in votes or tally.best() is not None:
            continue
        if tally.signs.get(PERSON, 0.0) > 0 and votes[surname].best() is PERSON:
            tally.vouch(PERSON)


def _parts_of_person(words: Sequence[str]) -> set[str]:
    """The first name, and every end of the name: surnames can have several parts ("Haugland-Ness")."""
    return {words[0], *(" ".join(words[start:]) for start in range(1, len(words)))}


def _parts_of_body(spelling: str, votes: Mapping[str, _Tally]) -> set[str]:
    """The names that are short for a body's: initials, and the beginning unless a company is called after a place."""
    words = spelling.split()
    short = _short_bodies(words)
    if heads.is_company_noun(words[-1]):
        short = {part for part in short & votes.keys() if not votes[part].total(PLACE)}
    return short | {
        other for other in votes if " " not in other and heads.is_initials(other, spelling)
    }


def _short_bodies(words: Sequence[str]) -> set[str]:
    """What a company is called for short; public bodies are mostly called after places and have no such name."""
    if heads.is_public(words[-1]) or heads.is_body_head(words[0]):
        return set()
    ends = set() if heads.has_complement(words) else {words[-1]}
    return {words[0], " ".join(words[:-1])} | ends
