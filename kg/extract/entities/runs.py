"""Finds runs of words that belong to one name: capital words, and the small ones that join them.

Joined are hyphenated parts, particles, and after a head such as "Ministry" what follows "of" and "for". Three kinds
of name go beyond capitals: numbered units, forces named by their nation, bodies called after a name.
"""

import re
from dataclasses import dataclass

from kg.extract.entities import heads
from kg.extract.entities.gazetteer import places
from kg.extract.entities.page import Page
from kg.extract.lexicon import demonyms, terms

_DATES = terms("nothing", "dates")
_MAYBE_DATES = terms("nothing", "maybe_dates")
_BEFORE_DATES = terms("grammar", "before_dates")
_FUNCTION = terms("grammar", "function")
_NEVER = terms("grammar", "never")
_NUMBERS = terms("grammar", "numbers")
_PUBLIC = terms("nothing", "religions", "politics")
_BODIES = terms("organizations", "known")
_COMPOUNDS = terms("nothing", "compounds")
_GROUPS = terms("organizations", "groups")
_NAMED_AFTER = terms("organizations", "named_after")
_TOPICAL = terms("organizations", "topical")
_NATIONAL = terms("units", "national")
_NAMED_UNITS = terms("units", "heads")
_PARTICLES = terms("persons", "particles")
_OFFICERS = terms("persons", "officers")
_OF_PLACES = terms("places", "of")
_PORTFOLIOS = terms("persons", "portfolios")
_PEOPLES = frozenset(people.casefold() for people in demonyms())

# What joins a group and its cause ("Doctors for X", "Reporters without Y").
_CAUSES = frozenset({"for", "without", "against", "across"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
# Letters; the longest second part of a hyphenated given name ("hyeong", "hsiang").
_SYLLABLE = 6
# A syllable as Korean and Chinese given names are romanized (McCune-Reischauer 1939, the Revised Romanization of 2000,
# Wade-Giles, pinyin), whatever an English tagger takes it for: "sung", "ling".
_EAST_ASIAN = re.compile(
    r"(?:ts|ch|sh|zh|hs|kw|hw|kh|[bcdghjklmnpqrstwxyz])?[wy]?"
    r"(?:a|ae|ai|ao|e|eo|eu|ei|i|ia|iao|ie|iu|o|oe|ou|oo|u|ua|uai|ui|uo|yu|ee|ye|yeo)(?:n|ng|k|l|m|p|b|h)?$"
)
# The most words between a name and the head of a body called after it ("the Halden port authority").
_NAMED_AFTER_WORDS = 3
# The most words between ordinal and head ("93rd separate guards mechanized brigade").
_UNIT_WORDS = 5


def is_name_word(page: Page, position: int) -> bool:
    """Whether a capital letter marks this token as part of a name."""
    word, lower = page.text[position], page.lower[position]
    if not word[0].isupper() or page.silent[position] or lower in _DATES or lower == "i":
        return False
    if lower in _MAYBE_DATES and _is_date(page, position):
        return False
    if lower in _NUMBERS or page.tag[position] == "CD":
        return False
    if lower in _NEVER or (lower in _FUNCTION and page.opens[position] and word not in _BODIES):
        return False
    return any(letter.isalpha() for letter in word)


def _is_date(page: Page, position: int) -> bool:
    after = page.text[position + 1] if position + 1 < len(page.text) else ""
    return after[:1].isdigit() or (position > 0 and page.lower[position - 1] in _BEFORE_DATES)


def run_end(page: Page, start: int, limit: int) -> int:
    """Where the run of name words that begins at ``start`` ends."""
    run = _Run(page, start, start + 1, limit)
    while run.end < limit and (step := _step(run)):
        run.end += step
    return run.end


def special_end(page: Page, start: int, limit: int) -> int | None:
    """Where a name that is more than a run of capitals ends, if one begins at ``start``."""
    return _numbered_unit(page, start, limit) or _national_unit(page, start)


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


def named_after(page: Page, start: int, end: int, limit: int) -> int | None:
    """Where a body ends that is called after a name: "the Halden port authority"; None if there is none."""
    if start == 0 or page.lower[start - 1] != "the" or _is_complete(page, start, end):
        return None
    for position in range(end, min(end + _NAMED_AFTER_WORDS, limit)):
        word, tag = page.text[position], page.tag[position]
        if not word.islower() or not tag.startswith(("NN", "JJ")):
            return None
        following = page.tag[position + 1] if position + 1 < limit else ""
        if word in _NAMED_AFTER and not following.startswith("NN"):
            return position + 1
    return None


def _is_complete(page: Page, start: int, end: int) -> bool:
    """Whether a run names a body or people by itself, so that a noun after it is no part of the name."""
    words = page.lower[start:end]
    nation = page.text[start] in demonyms() or page.text[end - 1] in demonyms()
    public = words[0] in _PUBLIC or page.between(start, end) in places()
    return nation or public or is_acronym(page.text[start]) or heads.shape(words) is not None


def _national_unit(page: Page, start: int) -> int | None:
    """Where forces end that are named by their nation: "Danish special operations forces"."""
    if not page.text[start][0].isupper():
        return None
    for size in (2, 1):
        if " ".join(page.text[start : start + size]) not in demonyms():
            continue
        for forces in sorted(_NATIONAL):
            end = start + size + len(forces.split())
            if page.lower[start + size : end] == forces.split():
                return end
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


def _step(run: _Run) -> int:
    """By how many tokens the run can be extended; 0 where it ends."""
    if run.is_name_word(run.end):
        return 1
    for rule in (
        _hyphen,
        _particle,
        _number,
        _possessive,
        _slash,
        _cause,
        _complement,
        _coordination,
    ):
        step = rule(run)
        if step and run.end + step <= run.limit:
            return step
    return 0


def _hyphen(run: _Run) -> int:
    """Min-seo, Jean-Pierre; not Kremlin-led."""
    page, end = run.page, run.end
    if page.text[end] not in _HYPHENS or not run.is_glued():
        return 0
    second = page.text[end + 1]
    if second[0].isupper():
        return 2 if page.lower[end + 1] not in _PEOPLES else 0
    if not second.isalpha() or len(second) > _SYLLABLE or second in _COMPOUNDS:
        return 0
    if page.text[end - 1] not in places() and _EAST_ASIAN.match(second):
        return 2
    return 0 if page.tag[end + 1].startswith(("VB", "JJ", "IN")) else 2


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
    """School No. 7."""
    page, end = run.page, run.end
    before = page.lower[end - 1]
    if before == "no" and page.text[end] == "." and page.text[end + 1 : end + 2]:
        return 2 if page.text[end + 1].isdigit() else 0
    return 1 if before == "no." and page.text[end].isdigit() else 0


def _possessive(run: _Run) -> int:
    """Teachers' Union, People's Daily, Butchers' Street, Prosecutor's Office: a possessive within the name."""
    page, end = run.page, run.end
    if page.text[end] not in _POSSESSIVE:
        return 0
    group = page.lower[end - 1] in _GROUPS
    plural = page.text[end] in {"'", "’"} and page.tag[end - 1].startswith("NN")
    if end + 1 >= run.limit or not is_name_word(page, end + 1):
        return 0
    office = page.lower[end - 1] in _OFFICERS and heads.is_body_head(page.lower[end + 1])
    return 2 if group or office or (plural and heads.is_head(page.lower[end + 1])) else 0


def _slash(run: _Run) -> int:
    """Two names of one body: RT/RS, Radio Tide/Radio Sund."""
    page, end = run.page, run.end
    if page.text[end] != "/" or not run.is_glued():
        return 0
    acronyms = is_acronym(page.text[end - 1]) and is_acronym(page.text[end + 1])
    return 2 if acronyms or page.lower[run.start] == page.lower[end + 1] else 0


def _cause(run: _Run) -> int:
    """Doctors for Peace, Reporters without Fear, the Sons of the Desert."""
    page, end = run.page, run.end
    if page.lower[end - 1] not in _GROUPS:
        return 0
    if page.lower[end] in _CAUSES:
        return 2 if run.is_name_word(end + 1) else 0
    if page.lower[end] != "of" or page.opens[run.start]:
        return 0
    after = end + 2 if page.lower[end + 1 : end + 2] == ["the"] else end + 1
    return after + 1 - end if run.is_name_word(after) else 0


def _complement(run: _Run) -> int:
    """Ministry of Water, Institute for the Study of War, Strait of Sund, Secretary of State."""
    page, end = run.page, run.end
    if page.lower[end] not in {"of", "for", "on", "against"}:
        return 0
    after = end + 1
    if after < run.limit and page.lower[after] == "the":
        after += 1
    if not run.is_name_word(after) or page.lower[after] in _FUNCTION:
        return 0
    if page.lower[after] in _PEOPLES and not _names_subject(run, after):
        return 0
    nested = page.lower[end] == "of" and _has_complement(run)
    if page.lower[end] == "on" and page.lower[end - 1] not in _TOPICAL:
        return 0
    place = page.lower[end] == "of" and page.lower[end - 1] in _OF_PLACES
    if heads.is_body_head(page.lower[end - 1]) or place or nested:
        return after + 1 - end
    office = page.lower[end] == "of" and heads.is_role(page.lower[end - 1])
    return after + 1 - end if office and page.lower[after] in _PORTFOLIOS else 0


def _has_complement(run: _Run) -> bool:
    """Whether the run has gone on after "of", "for" or "on"."""
    return not {"of", "for", "on"}.isdisjoint(run.page.lower[run.start : run.end])


def _names_subject(run: _Run, start: int) -> bool:
    """Whether a people's adjective after "of" begins a subject ("African History") and no person's title."""
    end = start
    while run.is_name_word(end):
        end += 1
    words = run.page.lower[start:end]
    return not any(map(heads.is_role, words)) and any(word not in _PEOPLES for word in words)


def _coordination(run: _Run) -> int:
    """Flood and Rescue Service: one name if a head follows and "the" or an owner stands before.

    Within a complement ("Ministry of Tides and Harbour Safety") no head is needed.
    """
    page, end = run.page, run.end
    if page.lower[end] not in {"and", "&"} or not run.is_name_word(end + 1):
        return 0
    if page.text[end] == "&":
        return 2
    if heads.is_body_noun(page.lower[end - 1]) or not places().isdisjoint(
        {page.between(run.start, end), page.text[end - 1]}
    ):
        return 0
    last = end + 1
    while run.is_name_word(last):
        last += 1
    headed = heads.is_body_head(page.lower[last - 1])
    if _has_complement(run):
        complete = heads.is_body_noun(page.lower[last - 1])
        return 0 if complete or page.label[end + 1] == "PER" else last - end
    before = run.start - 1
    if before > 0 and page.tag[before] == "JJ":
        before -= 1
    owned = before >= 0 and (page.lower[before] == "the" or page.text[before] in _POSSESSIVE)
    return last - end if headed and owned else 0


def is_acronym(word: str) -> bool:
    """Whether the word is written in capitals only, such as ``NIS`` or ``U.N.``."""
    letters = word.replace(".", "").replace("&", "")
    return len(letters) > 1 and letters.isalnum() and letters.isupper()
