"""The day of publication, where the text of a report itself states it at its head.

Reports that were saved as plain text keep it in the line of the author, in a line of its own ("Published March 12, 2025, 5:10 pm")
or in the dateline that the first paragraph opens with ("LIMA, June 3, 2025 (XYZ) —"). Only a full date is read, and only
where nothing but names, a time of day and the usual labels stands beside it: a headline that has a date in it is about that day.
"""

import re
from collections.abc import Iterator

from kg.model import Metadata
from kg.read.dates import iso_date

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = (
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\d{4}(?P<mark>[-./])\d{1,2}(?P=mark)\d{1,2})"
)
_DAY = re.compile(rf"(?<![\w/.-]){_DATE}(?![\w/-])", re.IGNORECASE)
_DATELINE = re.compile(
    rf"(?:[A-Z][\w.'’-]*[,/ ]{{1,2}}){{1,8}}(?P<day>{_DATE}),? ?(?:\([^)\n]{{2,40}}\)|\[[^]\n]{{2,40}}\]|[A-Z][A-Za-z]+)? ?(?:--|[-–—:])\s"
)
# What stands beside the date in a line that tells no more than who wrote it and when.
_BESIDE = re.compile(
    r"(?:first |last )?(?:published|posted|updated|modified|issued|released|filed|reviewed)\b"
    r"|\b(?:an?|\d+) (?:minute|hour|day|week)s? ago\b"
    r"|\b(?:on|at|by|and|date|min(?:ute)?s?|read|local time|noon|midnight)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\d{1,2}(?:[:.h]\d{2}){0,2}(?: ?[ap]\.?m\b\.?)?(?: ?[+-]\d{2}:?\d{2})?|\b[ap]\.?m\b\.?",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:updated|modified|reviewed)\b", re.IGNORECASE)
_NAMES = re.compile(r"(?:[A-Z][\w.'’&-]*|(?:de|van|der|von|al|bin|da|di|for|of|the|in)\b|[^\w\s])")

LINES = 15
"""Lines from the top that are looked at (these three bounds are chosen on invented heads; PolNeAR dev has no head that is misread); pages saved as text have navigation and a headline above the date."""

PROSE = 25
"""Words from which a line is a paragraph of the report, behind which no day of publication is sought."""

BESIDE = 8
"""Words of names that may stand beside the date; none in the first line, which may be a headline."""


def with_day(known: Metadata, text: str) -> Metadata:
    """The metadata with the day that the text states at its head, where no day is known otherwise."""
    if known.published is not None:
        return known
    day = stated_day(text)
    return known if day is None else known.model_copy(update={"published": day})


def stated_day(text: str) -> str | None:
    r"""The day of publication that the head of a report states, in ISO 8601; the first one that is not that of an update.

    >>> stated_day("Dam bursts\n\nBy Ann Lee | Updated 5 June 2025\nJune 3, 2025\n\nWater has come.")
    '2025-06-03'
    >>> stated_day("Dam bursts\n\nDELOR, 3 June 2025 (XYZ) - Water has come.")
    '2025-06-03'
    >>> stated_day("What went wrong on June 3, 2025\n\nWater has come.") is None
    True
    """
    found = sorted(_days(text), key=lambda row: row[0])
    return found[0][1] if found else None


def _days(text: str) -> Iterator[tuple[bool, str]]:
    """The days that the head states, each with whether it is that of an update, in order."""
    lines = [line.strip(" \t#*_>|") for line in text.splitlines() if line.strip()]
    for place, line in enumerate(lines[:LINES]):
        opening = _DATELINE.match(line)
        written = opening["day"] if opening else _date_alone(line, BESIDE if place else 0)
        day = iso_date(written.replace("/", "-")) if written else None
        if day is not None:
            yield bool(not opening and _LATER.search(line)), day
        if len(line.split()) >= PROSE:
            return


def _date_alone(line: str, most: int) -> str | None:
    """The one date of a line with nothing but a time, labels and at most so many words of names beside it."""
    dates = list(_DAY.finditer(line))
    if len(dates) != 1 or len(line.split()) >= PROSE:
        return None
    rest = _BESIDE.sub(" ", f"{line[: dates[0].start()]} {line[dates[0].end() :]}")
    words = re.findall(r"[\w.'’&-]+|[^\w\s]", rest)
    names = [word for word in words if re.search(r"\w", word)]
    if len(names) > most or not all(_NAMES.fullmatch(word) for word in words):
        return None
    return dates[0][0]
