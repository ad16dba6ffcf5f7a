"""What judgements say of the candidates of a pile, and the candidates that they part.

Names that differ by a title or an initial are one candidate, and so is a surname in all articles. Where judgements say
that two such are different, or single out an article, the candidate is parted; the rules then find anew which of its
parts are one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from kg.errors import JudgementError
from kg.model import Answer, Family, Judgement, Referent, Unheeded
from kg.resolve.candidates import Candidate, candidate
from kg.resolve.contradictions import Tie, refuse_contradictions
from kg.resolve.entities import article_of
from kg.resolve.partition import Partition
from kg.resolve.sides import Part, Register, form_of, is_id

Pair = tuple[int, int]
Meant = tuple[Judgement, list[tuple[Part, Part]]]

_CALLED = {
    None: "nobody in these articles is",
    Family.PERSON: "no person in these articles is",
    Family.BODY: "no organization, unit or source in these articles is",
    Family.PLACE: "no place in these articles is",
}
_NOUNS = {Family.PERSON: "a person", Family.BODY: "a body", Family.PLACE: "a place"}


@dataclass(frozen=True)
class Ruling:
    """A judgement, and the candidates that it is about.

    Attributes:
        judgement: The judgement.
        pairs: Indexes of candidates, smaller ones first; none where the articles lack a side, or where the sides
            are of two families.
        absent: Whether the articles lack a side.
        alike: Whether the sides are one name to the articles, which nothing parts.
    """

    judgement: Judgement
    pairs: tuple[Pair, ...] = ()
    absent: bool = False
    alike: bool = False


@dataclass(frozen=True)
class Rulings:
    """What was judged of a pile.

    Attributes:
        candidates: Sorted by family, key and article.
        rulings: In the order of the judgements.
        unheeded: The judgements that change nothing, in the same order.
    """

    candidates: tuple[Candidate, ...]
    rulings: tuple[Ruling, ...] = ()
    unheeded: tuple[Unheeded, ...] = ()

    def pairs(self, answer: Answer) -> tuple[Pair, ...]:
        """All pairs of which this was said, sorted."""
        of = (one.pairs for one in self.rulings if one.judgement.answer is answer)
        return tuple(sorted({pair for pairs in of for pair in pairs}))


def ruled(judgements: Sequence[Judgement], found: Sequence[Candidate]) -> Rulings:
    """The candidates, parted where judgements part them, and what the judgements say of them.

    Raises:
        JudgementError: If two judgements contradict each other, or one says that things of two families are the
            same.
    """
    if not judgements:
        return Rulings(tuple(found))
    register = Register(found)
    meant = [(one, _meant(one, register)) for one in judgements]
    fresh, places = _parted(found, _splits(meant))
    rulings: list[Ruling] = []
    unheeded: list[Unheeded] = []
    for judgement, parts in meant:
        reasons = list(_missing(judgement, register))
        ruling = Ruling(judgement, _pairs(parts, places), bool(reasons))
        if parts and not ruling.pairs:
            ruling = replace(ruling, alike=True)
            reasons += [_alike(judgement)] if judgement.answer is Answer.DIFFERENT else []
        rulings.append(ruling)
        unheeded += [Unheeded(judgement=judgement, reason=reason) for reason in reasons]
    refuse_contradictions(Tie(one.judgement, *pair) for one in rulings for pair in one.pairs)
    return Rulings(fresh, tuple(rulings), tuple(unheeded))


def _meant(judgement: Judgement, register: Register) -> list[tuple[Part, Part]]:
    """Whom a judgement is about, in every family that knows both."""
    lefts = register.meant(judgement.left, judgement.family)
    rights = register.meant(judgement.right, judgement.family)
    both = [(lefts[family], rights[family]) for family in Family if family in lefts.keys() & rights]
    if lefts and rights and not both and judgement.answer is Answer.SAME:
        left, right = _NOUNS[min(lefts)], _NOUNS[min(rights)]
        raise JudgementError(
            f"“{judgement.left}” is {left} in these articles and “{judgement.right}” {right},"
            " which are never one",
            remedy="write unsure, or take the row out",
            path=judgement.path,
            line=judgement.line,
        )
    return both


def _missing(judgement: Judgement, register: Register) -> Iterator[str]:
    """Why the articles do not know a side, for each that they do not know."""
    family = judgement.family
    for side in dict.fromkeys((judgement.left, judgement.right)):
        if register.meant(side, family):
            continue
        if is_id(side):
            yield f"no person, body or place in these articles has the id {side}"
            continue
        near = register.nearest(side, family)
        there = f", but there is “{near}”" if near else ""
        yield f"{_CALLED[family]} called “{side}”{there}"


def _alike(judgement: Judgement) -> str:
    pair = f"“{judgement.left}” and “{judgement.right}”"
    return f"{pair} are one in every article that names them, which nothing parts"


def _splits(meant: Sequence[Meant]) -> dict[int, set[Part]]:
    """The candidates to be parted: the articles that are singled out, and the whole where its forms come apart."""
    splits: dict[int, set[Part]] = defaultdict(set)
    for judgement, pairs in meant:
        for part in (part for pair in pairs for part in pair):
            if part.article is not None and judgement.answer is not Answer.UNSURE:
                splits[part.index].add(part)
    for index in _torn(meant):
        splits[index].add(Part(index))
    return splits


def _torn(meant: Sequence[Meant]) -> set[int]:
    """The candidates of which one form, or what it is the same as, is different from another, or from what that is."""
    parts = list(dict.fromkeys(part for _, pairs in meant for pair in pairs for part in pair))
    number = {part: place for place, part in enumerate(parts)}
    groups = Partition(len(parts))
    for judgement, pairs in meant:
        for left, right in pairs if judgement.answer is Answer.SAME else ():
            groups.join(number[left], number[right])
    members: dict[int, set[int]] = defaultdict(set)
    for part in parts:
        members[groups.root(number[part])].add(part.index)
    torn: set[int] = set()
    for judgement, pairs in meant:
        for left, right in pairs if judgement.answer is Answer.DIFFERENT else ():
            one, other = groups.root(number[left]), groups.root(number[right])
            torn |= members[one] & members[other] if one != other else set()
    return torn


def _parted(
    found: Sequence[Candidate], splits: Mapping[int, set[Part]]
) -> tuple[tuple[Candidate, ...], dict[Part, list[int]]]:
    """The candidates after parting, sorted, and the indexes of those that each part has become."""
    made: list[tuple[Candidate, int]] = []
    for index, one in enumerate(found):
        whole = [one] if index not in splits else _pieces(one, index, splits[index])
        made += [(piece, index) for piece in whole]
    made.sort(key=lambda row: (row[0].family, row[0].key, row[0].article or ""))
    places: dict[Part, list[int]] = defaultdict(list)
    for place, (piece, index) in enumerate(made):
        if piece.article is not None:
            places[Part(index, None, piece.article)].append(place)
            continue
        places[Part(index)].append(place)
        for form in {form_of(piece.family, name) for name in piece.names}:
            places[Part(index, form)].append(place)
    return tuple(piece for piece, _ in made), places


def _pieces(one: Candidate, index: int, parts: set[Part]) -> list[Candidate]:
    """A candidate with the articles that are singled out by themselves, and the rest form by form if it is to be."""
    singled = {part.article for part in parts}
    by_form = Part(index) in parts
    groups: dict[tuple[str, str | None], list[Referent]] = defaultdict(list)
    for referent in one.referents:
        article = article_of(referent)
        key = form_of(one.family, referent.name) if by_form else one.key
        groups[key, article if article in singled else None].append(referent)
    return [candidate(one.family, key, group, article) for (key, article), group in groups.items()]


def _pairs(
    parts: Sequence[tuple[Part, Part]], places: Mapping[Part, list[int]]
) -> tuple[Pair, ...]:
    """Indexes of the candidates that the parts have become.

    A name that is written in no such form, and whose candidate was parted, means all forms that its other side does
    not mean.
    """
    pairs: set[Pair] = set()
    for left, right in parts:
        lefts, rights = _places(left, places), _places(right, places)
        if left.form is None and left.article is None:
            lefts -= rights
        elif right.form is None and right.article is None:
            rights -= lefts
        pairs |= {(min(one), max(one)) for one in product(lefts, rights) if one[0] != one[1]}
    return tuple(sorted(pairs))


def _places(part: Part, places: Mapping[Part, list[int]]) -> set[int]:
    """Indexes of what a part has become; an article that was not parted from the others is with them."""
    if part.article is not None and part not in places:
        part = Part(part.index)
    return set(places.get(part, ()))
