"""Finds names: where each begins and ends, and which title stands before it.

A run of name words (``kg.extract.entities.runs``) is cut: a word that is capital only because a sentence begins, a people's
adjective and a title are split off. What a name names is decided in ``kg.extract.entities.kinds``; the recognizer's labels
count there and not here, because its boundaries are worse than the capitals'.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.entities import heads
from kg.extract.entities.gazetteer import places
from kg.extract.entities.page import Line, Page
from kg.extract.entities.runs import is_acronym, is_name_word, named_after, run_end, special_end
from kg.extract.lexicon import demonyms, terms
from kg.model import EntityKind

_FUNCTION = terms("grammar", "function")
_PUBLIC = terms("nothing", "religions", "politics")
_OPENERS = terms("nothing", "openers")
_VAGUE = terms("organizations", "vague")
_LINKS = frozenset({"of", "for", "and", "&"})
_APPOSED = terms("organizations", "apposed")
_ACRONYMS = terms("nothing", "acronyms")
_GENERATIONAL = terms("persons", "generational")
_PORTFOLIOS = terms("persons", "portfolios")

_HYPHENS = frozenset({"-", "‐", "‑"})
# No nation's: they tell one international body from another.
_CONTINENTAL = frozenset({"African", "Arab", "Asian", "European"})
_DASHES = frozenset({"-", "--", "–", "—", ":"})
_GIVEN = 3  # tokens from a surname to the hyphen of the given name after it
_DATELINE = 14  # tokens; the longest in the development stories and Worldwide newswire have ten


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tokens ``[start, end)``.

    Attributes:
        start, end: Without title, article and possessive.
        title: Where the title before it begins; equal to ``start`` where there is none.
        dateline: Whether it is the place that a report's first line begins with.
        bracketed: Whether it stands alone in round brackets.
    """

    start: int
    end: int
    title: int
    dateline: bool = False
    bracketed: bool = False


def names(page: Page) -> list[Name]:
    """All names of an article, in order and without overlap, headlines left out."""
    found: list[Name] = []
    for line in page.lines:
        if not line.headline:
            limit = _dateline_end(page, line)
            found.extend(_marked(page, line, name, limit) for name in _line_names(page, line))
    return found


def _line_names(page: Page, line: Line) -> Iterator[Name]:
    position = line.start
    while position < line.end:
        first = page.text[position][0]
        if not (first.isupper() or first.isdigit()):
            position += 1
            continue
        unit = special_end(page, position, line.end)
        if unit:
            yield Name(position, unit, position)
            position = unit
        elif is_name_word(page, position):
            end = run_end(page, position, line.end)
            body = named_after(page, position, end, line.end)
            if body:
                yield Name(position, body, position)
            else:
                yield from _cut(page, position, end)
            position = body or end
        else:
            position += 1


def _cut(page: Page, start: int, end: int) -> Iterator[Name]:
    """The names within one run: the people's adjective and the title before a name split off."""
    start = nation = _without_opener(page, start, end)
    if start < end:
        start, nation = _without_demonym(page, start, end)
    if start >= end:
        return
    title_end = _title_end(page, start, end)
    if title_end is None:
        if not _is_no_name(page, start, end):
            yield Name(start, end, _title_before(page, start))
        return
    first = title_end - 1
    while first > start and _is_in_title(page, start, first - 1):
        first -= 1
    owner_end = first
    if owner_end > start and _is_owner(page, start, owner_end):
        yield Name(start, owner_end, start)
    if title_end < end:
        begin = nation if start == first or not _is_owner(page, start, owner_end) else first
        yield Name(title_end, end, _title_before(page, begin))


def _is_in_title(page: Page, start: int, position: int) -> bool:
    """Whether a word belongs to the title that the next words end, "of" after an office included."""
    if page.lower[position] == "of":
        return position > start and heads.is_role(page.lower[position - 1])
    return heads.is_title_word(page.lower[position])


def _without_opener(page: Page, start: int, end: int) -> int:
    """The run without a word that is capital only because a sentence begins with it."""
    if not page.opens[start]:
        return start
    while start < end and page.lower[start] in _FUNCTION and page.text[start] not in _known():
        start += 1
    if start >= end or page.text[start] in _known():
        return start
    if end - start > 1 and not _HYPHENS.isdisjoint(page.text[start + 1 : start + _GIVEN]):
        return start
    return _without_plain_opener(page, start, end)


def _without_plain_opener(page: Page, start: int, end: int) -> int:
    """The run without its first word if that is a plain noun: no name, no title, no part of a body's name."""
    lower, rest = page.lower[start], page.lower[start + 1 : end]
    proper = page.tag[start].startswith("NNP") or page.label[start] != ""
    if not rest:
        return start if proper and lower not in _OPENERS else end
    if _is_apposed(page, start, rest):
        return start + 1
    if heads.is_title_word(lower) or heads.shape(page.lower[start:end]) is not None:
        return start
    return start if proper and lower not in _OPENERS else start + 1


def _is_apposed(page: Page, start: int, rest: list[str]) -> bool:
    """Whether a common noun opens the sentence before a name: "Retailer X", "Rival Y Airways", "Passenger Ana Z"."""
    lower = page.lower[start]
    if rest[0] in _LINKS:
        return False
    if heads.shape(rest) is EntityKind.ORGANIZATION:
        return heads.is_company_noun(lower) or lower in _APPOSED
    if len(rest) == 1:
        return heads.is_company_noun(lower) and lower not in _VAGUE and not heads.is_head(rest[0])
    return heads.is_relation(lower)


def _without_demonym(page: Page, start: int, end: int) -> tuple[int, int]:
    """The run without a people's adjective before it, and where the adjective begins."""
    if any(page.between(start, last) in _known() for last in range(start + 1, end + 1)):
        return start, start
    for size in (2, 1):
        if start + size <= end and page.between(start, start + size) in demonyms():
            rest = page.lower[start + size : end]
            if rest and rest[0] in _HYPHENS:
                return end, end
            if _keeps_demonym(page.between(start, start + size), rest):
                return start, start
            return start + size, start
    if page.lower[start] in _PUBLIC and heads.shape(page.lower[start:end]) is None:
        return start + 1, start
    return start, start


@cache
def _known() -> frozenset[str]:
    """Names known everywhere, which are never cut."""
    return places() | terms("organizations", "known", "seats")


def _keeps_demonym(people: str, rest: list[str]) -> bool:
    """Whether a people's adjective belongs to the name: Russian Navy, African Water Agency, but no nation's ministry."""
    if not rest or heads.shape(rest) is None:
        return False
    if people in _CONTINENTAL:
        return True
    return not heads.is_state_body(rest)


def _title_end(page: Page, start: int, end: int) -> int | None:
    """Where the title at the beginning of a run ends; None if there is none."""
    words = page.lower[start:end]
    last = None
    for offset, word in enumerate(words):
        within = offset > 0 and words[offset - 1] == "of" and offset + 1 == len(words)
        if within:
            continue
        if heads.is_courtesy(word) or (heads.is_role(word) and not heads.is_relation(word)):
            last = start + offset + 1
        if word in {"of", "for"} and last == start + offset:
            size = _portfolio(words[offset + 1 :])
            if size:
                last = start + offset + 1 + size
    if last is None or (last == end and page.label[end - 1] == "PER"):
        return None
    body = heads.shape(words)
    if body is EntityKind.SOURCE and last == end and start and page.lower[start - 1] == "the":
        return None
    if body is None or last == end or heads.is_surname(words[-1]) or heads.is_courtesy(words[0]):
        return last
    return None


def _portfolio(words: list[str]) -> int:
    """How many words of a portfolio come first: State, Homeland Security, the Interior."""
    for size in (3, 2, 1):
        if len(words) >= size and " ".join(words[:size]) in _PORTFOLIOS:
            return size
    return 0


def _title_before(page: Page, start: int) -> int:
    """Where a title in small letters before ``start`` begins: "chief executive Tuva", "Deputy governor Milos"."""
    position = start
    while position > 0 and heads.is_title_word(page.lower[position - 1]):
        if position == start and not (
            heads.is_role(page.lower[position - 1]) or heads.is_courtesy(page.lower[position - 1])
        ):
            break
        position -= 1
    return position


def _is_owner(page: Page, start: int, end: int) -> bool:
    """Whether what stands before a title is a name by itself (FBI Director) and no portfolio."""
    name = page.between(start, end)
    if name in places() or end - start > 1 or is_acronym(page.text[start]):
        return True
    return page.label[start] in {"ORG", "LOC"} and page.lower[start] not in _PORTFOLIOS


def _is_no_name(page: Page, start: int, end: int) -> bool:
    """Whether the words name a thing (an act, a cup), nothing but a role, or a people."""
    words = page.lower[start:end]
    if page.text[end - 1] in demonyms() or (len(words) == 1 and words[0] in _ACRONYMS):
        return True
    if all(map(heads.is_title_word, words)) and heads.shape(words) is None:
        return True
    if len(words) == 1 and (words[0] in _PUBLIC or words[0] in _GENERATIONAL):
        return True
    before = start - 1
    if before > 0 and page.lower[before] == "the" and page.text[before - 1] == ",":
        before -= 2  # "the ship, the Nordal"
    return heads.names_thing(words) or (before >= 0 and heads.introduces_thing(page.lower[before]))


def _marked(page: Page, line: Line, name: Name, limit: int) -> Name:
    before = page.text[name.title - 1] if name.title > 0 else ""
    after = page.text[name.end] if name.end < len(page.text) else ""
    return replace(
        name,
        bracketed=before == "(" and after == ")",
        dateline=line.start <= name.start < limit,
    )


def _dateline_end(page: Page, line: Line) -> int:
    """Where the places end that a report begins with: "LIMA, Peru, Feb 8 (XYZ) -"; the line's start if none."""
    if not page.text[line.start].isupper() or not page.text[line.start].isalpha():
        return line.start
    for position in range(line.start, min(line.start + _DATELINE, line.end)):
        word = page.text[position]
        if word in _DASHES:
            return position
        if word.isalpha() and word.islower():
            break
    return line.start
