"""Reads what an article says that a name is: titles, appositions before and after it, copulas, "who heads".

"Ana Ruiz, a geologist at the Survey Office", "its spokesman, Jan Vik, said", "Vik is a fellow at". The rules read
tags and commas rather than the parser's arcs, one in six of which is wrong, and most in just these constructions.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.entities import heads
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page

_COMMAS = frozenset({",", "--", "–", "—", "("})
_STOPS = _COMMAS | {".", ";", ":", "?", "!", ")", "”", '"', "’", "''"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_IN_PHRASE = ("JJ", "NN", "CD", "HYPH", "VBN", "VBG", "POS")
_COPULAS = frozenset({"is", "was", "remains", "became", "becomes"})
_LEADS = frozenset(
    {"heads", "headed", "leads", "led", "directs", "directed", "chairs", "chaired", "runs", "ran"}
)
_MAX_PHRASE = 14  # tokens before the head; longer ones in PolNeAR dev were misread clauses
_MAX_COMPLEMENT = 16  # tokens after the head


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that says what a name is.

    Attributes:
        start, end: The phrase up to its head noun, as tokens ``[start, end)``.
        complement_end: Where what follows the head ("at the Survey Office") ends.
        title: Whether it stands directly before the name.
    """

    start: int
    end: int
    complement_end: int
    title: bool = False


def descriptions(page: Page, name: Name, sentence_end: int) -> Iterator[Description]:
    """What is said of a name at one place, best evidence first.

    Args:
        page: The article.
        name: The name.
        sentence_end: The end of its paragraph, which no description crosses.
    """
    if name.title < name.start:
        yield Description(name.title, name.start, name.start, title=True)
    yield from _after(page, name.end, sentence_end)
    yield from _before(page, name)


def _at(words: list[str], position: int) -> str:
    return words[position] if 0 <= position < len(words) else ""


def _after(page: Page, position: int, limit: int) -> Iterator[Description]:
    """Appositions, copulas and relative clauses that follow a name."""
    if _at(page.text, position) in _COPULAS and position < limit:
        yield from _chain(page, position + 1, limit)
        return
    if position >= limit or page.text[position] not in _COMMAS:
        return
    position = _past_age(page, position + 1, limit)
    if _at(page.lower, position) == "who" and _at(page.lower, position + 1) in _LEADS:
        phrase = _phrase(page, position + 2, limit)
        yield Description(position + 1, position + 2, phrase)
    elif _at(page.lower, position) == "who" and heads.is_study(_at(page.lower, position + 1)):
        yield Description(position, position + 2, position + 2)
    elif _at(page.lower, position) == "who" and _at(page.lower, position + 1) in _COPULAS:
        yield from _chain(page, position + 2, limit)
    elif position < limit and _is_closed(page, position, limit):
        yield from _chain(page, position, limit)


def _past_age(page: Page, position: int, limit: int) -> int:
    """Past "58," after a name."""
    if position + 1 < limit and page.text[position].isdigit() and page.text[position + 1] == ",":
        return position + 2
    return position


def _is_closed(page: Page, start: int, limit: int) -> bool:
    """Whether an apposition that begins here ends before a finite verb that would make it a subject."""
    for position in range(start, min(start + _MAX_PHRASE + _MAX_COMPLEMENT, limit)):
        if page.text[position] in _STOPS or page.lower[position] in {
            "who",
            "which",
            "that",
        }:
            return True
        if page.tag[position] in _FINITE and not _is_modifier(page, position):
            return page.lower[position] in {
                "cited",
                "quoted",
                "based",
                "called",
                "named",
                "led",
                "owned",
                "known",
            }
    return True


def _is_modifier(page: Page, position: int) -> bool:
    """Whether a word tagged as a verb in the present stands before a role: "and reserve colonel"."""
    return page.tag[position] == "VBP" and heads.is_role(_at(page.lower, position + 1))


def _chain(page: Page, start: int, limit: int) -> Iterator[Description]:
    """The first phrase from ``start``, and those that follow it after "and" or a comma."""
    first = True
    while start < limit:
        end = _phrase(page, start, limit)
        if end == start or (not first and not heads.is_role(page.lower[end - 1])):
            return
        complement = _complement(page, end, limit)
        yield Description(start, end, complement)
        start = complement
        if start < limit and page.text[start] == ",":
            start += 1
        if start < limit and page.lower[start] in {"and", "or"}:
            start += 1
        if start == complement:
            return
        first = False


def _phrase(page: Page, start: int, limit: int) -> int:
    """Where the noun phrase that begins at ``start`` ends; ``start`` if there is none.

    It ends after its last noun, before a preposition, a comma, a verb or a name that follows a role.
    """
    position = start
    if position < limit and page.tag[position] in {"DT", "PRP$", "PDT"}:
        position += 1
    last = start
    while position < min(limit, start + _MAX_PHRASE):
        tag = page.tag[position]
        if not tag.startswith(_IN_PHRASE) and not _joins(page, position, limit):
            break
        if tag.startswith("NN") or heads.is_role(page.lower[position]):
            last = position + 1
        position += 1
    return last


def _joins(page: Page, position: int, limit: int) -> bool:
    """Whether an "and" or an adverb stands between modifiers: "a Danish and German economist"."""
    if page.tag[position].startswith("RB"):
        return True
    if page.tag[position] != "CC" or position + 1 >= limit:
        return False
    ahead = page.tag[position + 1]
    return ahead.startswith("JJ") and not heads.is_role(page.lower[position - 1])


def _complement(page: Page, start: int, limit: int) -> int:
    """Where what belongs to a head ends: at a comma, a full stop, a verb, or an "and" before another role."""
    position = start
    while position < min(limit, start + _MAX_COMPLEMENT):
        if page.text[position] in _STOPS or page.tag[position] in _FINITE:
            break
        if page.tag[position] in {"WP", "WDT", "VBN"}:
            break
        if page.lower[position] == "and":
            ahead = _phrase(page, position + 1, limit)
            if ahead > position + 1 and heads.is_role(page.lower[ahead - 1]):
                break
        position += 1
    return position


def _before(page: Page, name: Name) -> Iterator[Description]:
    """A phrase before the name and a comma: "its spokesman, Jan Vik," and "the owner, Vik Lines,"."""
    comma = name.title - 1
    if _at(page.text, comma) != "," or _at(page.text, name.end) not in _STOPS:
        return
    if page.text[comma - 3 : comma - 2] == ["("] and page.text[comma - 1] == ")":
        comma -= 3  # past an acronym: "the head of the Survey Office (SO), Jan Vik,"
    start = comma
    while start > 0 and comma - start < _MAX_PHRASE and _continues_left(page, start - 1):
        start -= 1
    phrases = [
        Description(position, end, comma)
        for position in range(start, comma)
        if (position == start or _can_begin(page, position))
        and (end := _phrase(page, position, comma)) > position
    ]
    apposed = page.text[start - 1] == "," if start else False
    people = (
        []
        if apposed
        else [phrase for phrase in phrases if heads.is_role(page.lower[phrase.end - 1])]
    )
    bodies = [
        phrase for phrase in phrases if phrase.end == comma and heads.denotes(page.lower[comma - 1])
    ]
    yield from (people or bodies)[:1]


def _can_begin(page: Page, position: int) -> bool:
    """Whether a noun phrase can begin here: a determiner, or an owner after a word that ends another phrase."""
    return page.tag[position] in {"DT", "PRP$"} or page.text[position + 1] in _POSSESSIVE


def _continues_left(page: Page, position: int) -> bool:
    tag = page.tag[position]
    if page.text[position] in _STOPS or page.text[position] in {"“", "``"}:
        return False
    return tag.startswith((*_IN_PHRASE, "DT", "PRP$")) or page.lower[position] in {
        "of",
        "for",
        "at",
        "and",
        "in",
    }
