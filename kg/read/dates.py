"""Reads dates of publication as feeds, pages and front matter write them, at the precision that they give.

ISO 8601 (with ``-``, ``/`` or ``.``), RFC 5322 as in RSS, and English dates with the month in letters. A date
that could be read in two ways, such as 01/02/2024, is no date here.
"""

import re
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime

# The first printed newspaper appeared in 1605 (Relation aller Fuernemmen und gedenckwuerdigen Historien, Strasbourg).
EARLIEST_YEAR = 1600

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2})(?:[T ]\s*(?P<time>\d.*))?)?)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?", re.IGNORECASE
)
_NAME = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ENGLISH = tuple(
    re.compile(rf"(?:[a-z]{{3,9}}\.?,\s+)?{form}", re.IGNORECASE)
    for form in (
        rf"{_DAY}\s+{_NAME},?\s+(?P<year>\d{{4}})",
        rf"{_NAME}\s+{_DAY},?\s+(?P<year>\d{{4}})",
        rf"{_NAME},?\s+(?P<year>\d{{4}})",
    )
)


def iso_date(written: str) -> str | None:
    """The date in ISO 8601 at the precision known, or None if it is none.

    >>> iso_date("2024/10/4"), iso_date("Oct. 24, 2024"), iso_date("October 2024")
    ('2024-10-04', '2024-10-24', '2024-10')
    >>> iso_date("2024-10-24 14:10 +02:00")
    '2024-10-24T14:10+02:00'
    >>> iso_date("2024-02-30") is None
    True
    """
    written = written.strip()
    for read in (_iso, _english, _rfc5322):
        try:
            found = read(written)
        except (
            ValueError,
            TypeError,
            IndexError,
            OverflowError,
        ):  # what the standard library raises on nonsense
            continue
        if found is not None and int(found[:4]) >= EARLIEST_YEAR:
            return found
    return None


def _iso(written: str) -> str | None:
    found = _ISO.fullmatch(written)
    if found is None:
        return None
    clock = None if found["time"] is None else _time(found["time"])
    return _date(found["year"], found["month"], found["day"]) + (f"T{clock}" if clock else "")


def _time(written: str) -> str:
    """A time of day with its offset, if there is one; fractions of a second are left out."""
    found = _TIME.fullmatch(written.strip())
    if found is None:
        raise ValueError(f"not a time: {written!r}")
    clock, offset = (
        found[1].zfill(len("00:00") if found[1].count(":") == 1 else len("00:00:00")),
        found[2] or "",
    )
    time.fromisoformat(f"{clock}{offset.upper()}")
    return f"{clock}{_offset(offset)}"


def _offset(written: str) -> str:
    """An offset as ``+hh:mm``."""
    if not written:
        return ""
    digits = "0000" if written in "Zz" else written[1:].replace(":", "").ljust(4, "0")
    sign = "-" if written.startswith("-") else "+"
    return f"{sign}{digits[:2]}:{digits[2:]}"


def _date(year: str, month: str | None, day: str | None) -> str:
    """A year, month or day; ValueError if there is no such day."""
    known = date(int(year), int(month or 1), int(day or 1)).isoformat()
    if day is not None:
        return known
    return known[:4] if month is None else known[:7]


def _english(written: str) -> str | None:
    for form in _ENGLISH:
        found = form.fullmatch(written)
        if found is not None:
            month = str(_MONTHS.index(found["month"][:3].lower()) + 1)
            return _date(found["year"], month, found.groupdict().get("day"))
    return None


def _rfc5322(written: str) -> str:
    moment: datetime = parsedate_to_datetime(written)
    return moment.isoformat()
