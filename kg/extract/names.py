"""Finds names: where each begins and ends, which title stands before it, whose it is.

Names are runs of capital words, joined by hyphens, particles and, after a head such as "Ministry", by "of" and
"for". A run is cut at dates, possessives and peoples, and a title at its beginning is split off. What the names
name is decided elsewhere (``kg.extract.kinds``); the recognizer's labels count there, not here, because its
boundaries are worse than the capitals'.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract import heads
from kg.extract.gazetteer import places
from kg.extract.lexicon import demonyms, terms
from kg.extract.page import Line, Page

_DATES = terms("nothing", "dates")
_MAYBE_DATES = terms("nothing", "maybe_dates")
_NOT_NAMES = terms("nothing", "religions", "politics")
_OPENERS = terms("nothing", "openers")
_COMPOUNDS = terms("nothing", "compounds")
_GROUPS = terms("organizations", "groups")
_PARTICLES = terms("persons", "particles")
_GENERATIONAL = terms("persons", "generational")
_PORTFOLIOS = terms("persons", "portfolios")
_NAMED_UNITS = terms("units", "heads")

_FUNCTION = terms("grammar", "function")
_NUMBERS = terms("grammar", "numbers")
_BEFORE_DATES = terms("grammar", "before_dates")
_PEOPLES = frozenset(people.casefold() for people in demonyms())
_HYPHENS = frozenset({"-", "‐", "‑"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_SYLLABLE = 6  # letters; the longest second part of a hyphenated given name ("gyeong", "hsiang")
_UNIT_WORDS = (
    5  # the most words between ordinal and head ("93rd separate guards mechanized brigade")
)


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
            found.extend(_marked(page, line, name) for name in _line_names(page, line))
    return found


def _line_names(page: Page, line: Line) -> Iterator[Name]:
    position = line.start
    while position < line.end:
        unit = _numbered_unit(page, position, line.end)
        if unit:
            yield Name(position, unit, position)
            position = unit
        elif is_name_word(page, position):
            end = _run_end(page, position, line.end)
            yield from _cut(page, position, end)
            position = end
        else:
            position += 1


def is_name_word(page: Page, position: int) -> bool:
    """Whether a capital letter marks this token as part of a name."""
    word, lower = page.text[position], page.lower[position]
    if not word[0].isupper() or page.silent[position] or lower in _DATES or lower == "i":
        return False
    if lower in _MAYBE_DATES and _is_date(page, position):
        return False
    if lower in _NUMBERS or page.tag[position] == "CD":
        return False
    if lower in _FUNCTION and (page.opens[position] or lower in {"the", "a", "an"}):
        return False
    return any(letter.isalpha() for letter in word)


def _is_date(page: Page, position: int) -> bool:
    after = page.text[position + 1] if position + 1 < len(page.text) else ""
    return after[:1].isdigit() or (position > 0 and page.lower[position - 1] in _BEFORE_DATES)


def _numbered_unit(page: Page, start: int, limit: int) -> int | None:
    """Where a unit such as "93rd Mechanized Brigade" ends that begins with an ordinal here."""
    if not _ORDINAL.match(page.lower[start]):
        return None
    for end in range(start + 1, min(start + 2 + _UNIT_WORDS, limit)):
        if page.lower[end] in _NAMED_UNITS:
            return end + 1
        if not page.text[end].isalpha():
            return None
    return None


@dataclass(slots=True)
class _Run:
    """A run of name words ``[start, end)`` that may still grow up to ``limit``."""

    page: Page
    start: int
    end: int
    limit: int

    def is_name_word(self, position: int) -> bool:
        """Whether the run could go on with this token."""
        page = self.page
        return position < self.limit and not page.opens[position] and is_name_word(page, position)

    def is_glued(self) -> bool:
        """Whether the token at the end stands between two others without white space."""
        inside = self.end + 1 < self.limit
        return inside and self.page.joined(self.end - 1) and self.page.joined(self.end)


def _run_end(page: Page, start: int, limit: int) -> int:
    """Where the run of name words that begins at ``start`` ends."""
    run = _Run(page, start, start + 1, limit)
    while run.end < limit and (step := _step(run)):
        run.end += step
    return run.end


def _step(run: _Run) -> int:
    """By how many tokens the run can be extended; 0 where it ends."""
    if run.is_name_word(run.end):
        return 1
    for rule in (_hyphen, _particle, _number, _possessive, _slash, _complement, _coordination):
        step = rule(run)
        if step and run.end + step <= run.limit:
            return step
    return 0


def _hyphen(run: _Run) -> int:
    """Jin-ho, Jean-Pierre; not Kremlin-led."""
    page, end = run.page, run.end
    if page.text[end] not in _HYPHENS or not run.is_glued():
        return 0
    second = page.text[end + 1]
    if second[0].isupper():
        return 2 if page.lower[end + 1] not in _PEOPLES else 0
    syllable = second.isalpha() and len(second) <= _SYLLABLE and second not in _COMPOUNDS
    return 2 if syllable and not page.tag[end + 1].startswith(("VB", "JJ", "IN")) else 0


def _particle(run: _Run) -> int:
    """Ursula von der Leyen, Bashar al-Assad."""
    position = run.end
    while position < run.limit and run.page.lower[position] in _PARTICLES:
        position += 1
        if position < run.limit and run.page.text[position] in _HYPHENS:
            position += 1
    found = position > run.end and run.is_name_word(position)
    return position + 1 - run.end if found else 0


def _number(run: _Run) -> int:
    """School No. 4."""
    page, end = run.page, run.end
    before = page.lower[end - 1]
    if before == "no" and page.text[end] == "." and page.text[end + 1 : end + 2]:
        return 2 if page.text[end + 1].isdigit() else 0
    return 1 if before == "no." and page.text[end].isdigit() else 0


def _possessive(run: _Run) -> int:
    """Teachers' Union, People's Daily, Butchers' Street: the possessive of a group is a part of the name."""
    page, end = run.page, run.end
    if page.text[end] not in _POSSESSIVE:
        return 0
    group = page.lower[end - 1] in _GROUPS
    plural = page.text[end] in {"'", "’"} and page.tag[end - 1].startswith("NN")
    named = end + 1 < run.limit and is_name_word(page, end + 1)
    return 2 if named and (group or (plural and heads.is_place_head(page.lower[end + 1]))) else 0


def _slash(run: _Run) -> int:
    """Two names of one body: RFE/RL, Radio Free Europe/Radio Liberty."""
    page, end = run.page, run.end
    if page.text[end] != "/" or not run.is_glued():
        return 0
    acronyms = is_acronym(page.text[end - 1]) and is_acronym(page.text[end + 1])
    return 2 if acronyms or page.lower[run.start] == page.lower[end + 1] else 0


def _complement(run: _Run) -> int:
    """Ministry of Culture, Institute for the Study of War, Secretary of State."""
    page, end = run.page, run.end
    if page.lower[end] not in {"of", "for", "on", "against"}:
        return 0
    after = end + 1
    if after < run.limit and page.lower[after] == "the":
        after += 1
    if not run.is_name_word(after) or page.lower[after] in _FUNCTION | _PEOPLES:
        return 0
    if heads.is_body_head(page.lower[end - 1]):
        return after + 1 - end
    office = page.lower[end] == "of" and heads.is_role(page.lower[end - 1])
    return after + 1 - end if office and page.lower[after] in _PORTFOLIOS else 0


def _coordination(run: _Run) -> int:
    """Fire and Rescue Service: one name if a head follows and "the" or an owner stands before.

    Within a complement ("Ministry of Culture and Information Policy") no head is needed.
    """
    page, end = run.page, run.end
    if page.lower[end] not in {"and", "&"} or not run.is_name_word(end + 1):
        return 0
    if page.text[end] == "&":
        return 2
    if heads.is_body_head(page.lower[end - 1]) or page.between(run.start, end) in places():
        return 0
    last = end + 1
    while run.is_name_word(last):
        last += 1
    headed = heads.is_body_head(page.lower[last - 1])
    if any(page.lower[position] in {"of", "for", "on"} for position in range(run.start, end)):
        return 0 if headed or page.label[end + 1] == "PER" else 2
    before = run.start - 1
    owned = before >= 0 and (page.lower[before] == "the" or page.text[before] in _POSSESSIVE)
    return last - end if headed and owned else 0


def is_acronym(word: str) -> bool:
    """Whether the word is written in capitals only, such as ``NIS`` or ``U.N.``."""
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isalnum() and letters.isupper()


def _cut(page: Page, start: int, end: int) -> Iterator[Name]:
    """The names within one run: the people's adjective and the title before a name split off."""
    start = _without_opener(page, start, end)
    start, nation = _without_demonym(page, start, end)
    if start >= end:
        return
    title_end = _title_end(page, start, end)
    if title_end is None:
        if not _is_no_name(page, start, end):
            yield Name(start, end, _title_before(page, start))
        return
    first = title_end - 1
    while first > start and heads.is_title_word(page.lower[first - 1]):
        first -= 1
    owner_end = first
    if owner_end > start and _is_owner(page, start, owner_end):
        yield Name(start, owner_end, start)
    if title_end < end:
        begin = nation if start == first or not _is_owner(page, start, owner_end) else first
        yield Name(title_end, end, _title_before(page, begin))


def _without_opener(page: Page, start: int, end: int) -> int:
    """The run without a word that is capital only because a sentence begins with it."""
    if not page.opens[start]:
        return start
    lower = page.lower[start]
    while start < end and page.lower[start] in _FUNCTION:
        start += 1
    if start >= end or page.text[start] in places():
        return start
    alone = end - start == 1
    proper = page.tag[start].startswith("NNP") or page.label[start] != ""
    if alone:
        return start if proper and lower not in _OPENERS else end
    if heads.is_title_word(lower) or heads.shape(page.lower[start:end]) is not None:
        return start
    return start if proper and lower not in _OPENERS else start + 1


def _without_demonym(page: Page, start: int, end: int) -> tuple[int, int]:
    """The run without a people's adjective before it, and where the adjective begins."""
    for size in (2, 1):
        if start + size <= end and page.between(start, start + size) in demonyms():
            rest = page.lower[start + size : end]
            if rest and rest[0] in _HYPHENS:
                return end, end
            if _keeps_demonym(rest):
                return start, start
            return start + size, start
    if page.lower[start] in _NOT_NAMES and heads.shape(page.lower[start:end]) is None:
        return start + 1, start
    return start, start


def _keeps_demonym(rest: list[str]) -> bool:
    """Whether a people's adjective belongs to the name: Russian Navy, but not Russian Ministry of Defence."""
    if not rest or heads.shape(rest) is None:
        return False
    return not heads.is_state_body(rest)


def _title_end(page: Page, start: int, end: int) -> int | None:
    """Where the title at the beginning of a run ends; None if there is none."""
    words = page.lower[start:end]
    last = None
    for offset, word in enumerate(words):
        if heads.is_role(word) or heads.is_courtesy(word):
            last = start + offset + 1
        if word in {"of", "for"} and last == start + offset:
            size = _portfolio(words[offset + 1 :])
            if size:
                last = start + offset + 1 + size
    if last is None:
        return None
    body = heads.shape(words)
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
    if page.between(start, end) in demonyms() or all(map(heads.is_title_word, words)):
        return True
    if len(words) == 1 and (words[0] in _NOT_NAMES or words[0] in _GENERATIONAL):
        return True
    return heads.names_thing(words) or (start > 0 and heads.introduces_thing(page.lower[start - 1]))


def _marked(page: Page, line: Line, name: Name) -> Name:
    before = page.text[name.title - 1] if name.title > 0 else ""
    after = page.text[name.end] if name.end < len(page.text) else ""
    if before == "(" and after == ")":
        return replace(name, bracketed=True)
    capitals = page.between(name.start, name.end).isupper()
    if name.start == line.start and capitals and after in {",", ":", "(", "-", "--", "–", "—"}:
        return replace(name, dateline=True)
    return name
