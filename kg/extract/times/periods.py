"""Arithmetic of calendar periods: days, weeks, months, seasons and years before and after a day, written in EDTF.

A period is a pair of its first and last day. EDTF is ISO 8601-2:2019, Annex A, as in kg.model.When.
"""

import calendar
from datetime import date, timedelta

Period = tuple[date, date]

MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
# The third of a month or year that "early", "mid" and "late" speak of.
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_DAYS_A_THIRD = 10
_MONTHS_A_THIRD = 4
# Seasons of the northern hemisphere by the meteorological calendar, by their first month.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTHS_A_SEASON = 3


def month_of(year: int, month: int) -> Period:
    """A calendar month; months below 1 and above 12 lie in the years around.

    >>> month_of(2024, 0)
    (datetime.date(2023, 12, 1), datetime.date(2023, 12, 31))
    """
    years, index = divmod(month - 1, MONTHS_A_YEAR)
    year, month = year + years, index + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def months_of(year: int, first: int, count: int) -> Period:
    """So many calendar months from this one on."""
    return month_of(year, first)[0], month_of(year, first + count - 1)[1]


def year_of(year: int) -> Period:
    """A calendar year."""
    return date(year, 1, 1), date(year, MONTHS_A_YEAR, 31)


def week_of(day: date) -> Period:
    """The week, Monday to Sunday (ISO 8601), that the day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=DAYS_A_WEEK - 1)


def week_in_month(month: Period, number: int) -> Period:
    """The first (1) to fourth (4) seven days of a month, or its last seven (-1)."""
    if number < 0:
        return month[1] - timedelta(days=DAYS_A_WEEK - 1), month[1]
    first = month[0] + timedelta(days=DAYS_A_WEEK * (number - 1))
    return first, first + timedelta(days=DAYS_A_WEEK - 1)


def season_of(year: int, season: str) -> Period:
    """The season that begins in this year."""
    return months_of(year, _SEASONS[season], _MONTHS_A_SEASON)


def third_of(period: Period, part: str) -> Period:
    """The early, middle or late third of a month or of a year.

    >>> third_of(month_of(2024, 2), "late")
    (datetime.date(2024, 2, 21), datetime.date(2024, 2, 29))
    """
    third = _THIRDS[part]
    first, last = period
    if first.month != last.month:
        return months_of(first.year, first.month + third * _MONTHS_A_THIRD, _MONTHS_A_THIRD)
    begin = first + timedelta(days=third * _DAYS_A_THIRD)
    return begin, last if third == _THIRDS["late"] else begin + timedelta(days=_DAYS_A_THIRD - 1)


def weekday_near(anchor: date, weekday: int, *, ahead: bool, strict: bool = False) -> date:
    """The last such weekday up to the anchor or, ahead, the first from it on; strict leaves the anchor itself out."""
    if ahead:
        days = (weekday - anchor.weekday()) % DAYS_A_WEEK
        return anchor + timedelta(days=days or (DAYS_A_WEEK if strict else 0))
    days = (anchor.weekday() - weekday) % DAYS_A_WEEK
    return anchor - timedelta(days=days or (DAYS_A_WEEK if strict else 0))


def before(anchor: date, count: int, unit: str) -> Period:
    """The day, week, month or year so many of them before the anchor (after it, where the count is negative)."""
    if unit == "day":
        day = anchor - timedelta(days=count)
        return day, day
    if unit == "week":
        return week_of(anchor - timedelta(days=DAYS_A_WEEK * count))
    if unit == "month":
        return month_of(anchor.year, anchor.month - count)
    return year_of(anchor.year - count)


def edtf(period: Period, *, about: bool = False) -> str:
    """The period in EDTF, as short as it can be said, with a tilde where approximate.

    Raises:
        ValueError: If it ends before it begins.

    >>> edtf(month_of(2024, 2)), edtf((date(2024, 2, 1), date(2024, 2, 7)), about=True)
    ('2024-02', '2024-02-01~/2024-02-07~')
    """
    first, last = period
    if first > last:
        raise ValueError(f"a period cannot end on {last}, before it begins on {first}")
    mark = "~" if about else ""
    if first == last:
        return f"{first.isoformat()}{mark}"
    if period == year_of(first.year):
        return f"{first.year:04}{mark}"
    if period == month_of(first.year, first.month):
        return f"{first:%Y-%m}{mark}"
    if first == year_of(first.year)[0] and last == year_of(last.year)[1]:
        return f"{first.year:04}{mark}/{last.year:04}{mark}"
    whole_months = first.day == 1 and last == month_of(last.year, last.month)[1]
    form = "%Y-%m" if whole_months else "%Y-%m-%d"
    return f"{first:{form}}{mark}/{last:{form}}{mark}"
