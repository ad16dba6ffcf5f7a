"""Whom a side of a judgement means: a name in comparable form, or the id that some build gave to an entity.

An id says by its hash which name it was made of, so that it means the same as that name whatever was merged in the
build that made it; the id of a person known by one word only in one article means that article's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from kg.model import EntityKind, Family
from kg.model.entity import FAMILIES
from kg.model.identifiers import mint
from kg.resolve.candidates import Candidate, key_of
from kg.resolve.entities import article_of
from kg.resolve.names import normal, untitled

# The part of their letters that a misspelt name and the one that was meant have in common: a letter in five wrong.
NEAR = 0.8

_ID = re.compile(rf"(?:{'|'.join(kind.value.casefold() for kind in FAMILIES)})/\S+")


@dataclass(frozen=True)
class Part:
    """A candidate, or what of it a judgement speaks of.

    Attributes:
        index: The candidate's.
        form: The only form of its name that is meant; None for all that no judgement names.
        article: Id of the only article that is meant; None for all.
    """

    index: int
    form: str | None = None
    article: str | None = None


def form_of(family: Family, name: str) -> str:
    """A name in the finest form that judgements tell apart: without titles, but with initials."""
    return " ".join(untitled(name)) if family is Family.PERSON else normal(name)


def is_id(side: str) -> bool:
    """Whether a side is an id and no name.

    >>> is_id("person/ada-quill-0a1b2c3d4e"), is_id("Ada Quill")
    (True, False)
    """
    return _ID.fullmatch(side) is not None


class Register:
    """Finds the parts of candidates by names and ids."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        """A register of these candidates, which are meant by their indexes."""
        self._found = found
        self._forms: dict[tuple[Family, str], Part] = {}
        self._keys: dict[tuple[Family, str], Part] = {}
        self._aliases: dict[tuple[Family, str], set[int]] = defaultdict(set)
        self._ids: dict[str, Part] | None = None
        for index, one in enumerate(found):
            self._keys[one.family, one.key] = Part(index)
            for name in one.names:
                form = form_of(one.family, name)
                self._forms.setdefault((one.family, form), Part(index, form))
            for alias in one.aliases:
                self._aliases[one.family, alias].add(index)

    def meant(self, side: str, family: Family | None) -> dict[Family, Part]:
        """Whom a side means in each family, or in this one; nobody in those that do not know the name.

        A name is looked for as it is written, without its titles; then in comparable form; then among the other
        names that articles use for somebody, where all use it for one.
        """
        if is_id(side):
            part = self._by_id().get(side)
            found = {} if part is None else {self._found[part.index].family: part}
        else:
            found = {one: part for one in Family if (part := self._by_name(one, side)) is not None}
        return {one: part for one, part in found.items() if family in (None, one)}

    def _by_name(self, family: Family, name: str) -> Part | None:
        part = self._forms.get((family, form_of(family, name)))
        part = part or self._keys.get((family, key_of(family, name)))
        others = self._aliases.get((family, normal(name)), ())
        return part or (Part(next(iter(others))) if len(others) == 1 else None)

    def _by_id(self) -> dict[str, Part]:
        """The parts by all ids that a build can give to entities of their names."""
        if self._ids is None:
            self._ids = {}
            for index, one in enumerate(self._found):
                for kind, name in _namings(one):
                    part = Part(index, form_of(one.family, name))
                    self._ids.setdefault(mint(kind, name, normal(name)), part)
                    if one.family is Family.PERSON and len(one.words) == 1:
                        for article in {article_of(referent) for referent in one.referents}:
                            id_ = mint(kind, name, normal(name), article)
                            self._ids[id_] = Part(index, None, article)
        return self._ids

    def nearest(self, side: str, family: Family | None) -> str | None:
        """The name that is most like one that nobody bears, if one is close."""
        names = {normal(name): name for one in self._of(family) for name in reversed(one.names)}
        near = process.extractOne(
            normal(side),
            sorted(names),
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=NEAR,
        )
        return None if near is None else names[near[0]]

    def _of(self, family: Family | None) -> Iterable[Candidate]:
        return (one for one in self._found if family in (None, one.family))


def _namings(one: Candidate) -> list[tuple[EntityKind, str]]:
    """The kinds and names that an entity may get from a candidate; a place's name may be a body's."""
    person = one.family is Family.PERSON
    kinds = [kind for kind, of in FAMILIES.items() if (of is Family.PERSON) is person]
    return [(kind, name) for name in one.names for kind in kinds]
