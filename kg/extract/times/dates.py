"""The grammar of English date expressions: where they stand, and which days they mean.

Covers what news writes: full dates in American and British order, months, weekdays, years, seasons, "last week",
"three days ago", intervals of days and months. Without a day to reckon from, only dates with a year are resolved.
A weekday or a month without a year means the last one up to that day, or the next from it on where the text speaks
of the future. After Setzer's TIMEX scheme in ISO 24617-1:2012 (TimeML), values in EDTF.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache, partial
from typing import NamedTuple

from kg.extract.numerals import ONES, TENS
from kg.extract.times.periods import (
    Period,
    before,
    edtf,
    month_of,
    season_of,
    third_of,
    week_in_month,
    weekday_near,
    year_of,
)

_MONTHS = ("January|Jan\\.?", "February|Feb\\.?", "March|Mar\\.", "April|Apr\\.?", "May", "June|Jun\\.", "July|Jul\\.", "August|Aug\\.?", "September|Sept?\\.?", "October|Oct\\.?", "November|Nov\\.?", "December|Dec\\.?")  # fmt: skip
_DAYS = ("Monday|Mon\\.", "Tuesday|Tues?\\.", "Wednesday|Wed\\.", "Thursday|Thu(?:rs)?\\.", "Friday|Fri\\.", "Saturday|Sat\\.", "Sunday")  # fmt: skip
_NUMBER_OF_MONTH = {name[:3].lower(): number for number, name in enumerate(_MONTHS, start=1)}
_NUMBER_OF_DAY = {name[:3].lower(): number for number, name in enumerate(_DAYS)}

_MONTH = f"(?:{'|'.join(_MONTHS)})(?!\\w)"
# April, June and August are names too, May and March other words: they need a word before them that tells a time.
_PLAIN_MONTH = (
    "(?:"
    + "|".join(name for name in _MONTHS if not re.match("April|June|August|May|March", name))
    + r")(?!\w)"
)
_LEADS = (
    "(?:"
    + "|".join(
        f"(?<=\\b{word} )"
        for word in (
            "in",
            "In",
            "by",
            "By",
            "until",
            "of",
            "from",
            "From",
            "before",
            "after",
            "during",
            "During",
            "through",
            "and",
            "or",
            "to",
        )
    )
    + ")"
)
_WEEKDAY = f"(?:{'|'.join(_DAYS)})(?!\\w)"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w|[,.:]\d|%)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[,.:]\d)"
_SEASON = "(?:spring|summer|autumn|fall|winter)"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[- ](?:in )?"
_NUMBER = rf"(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(ONES)})|{'|'.join(TENS)}"
_COUNT = rf"(?P<count>\d{{1,3}}|(?i:an?|{_NUMBER}))"
_WHICH = r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:previous|past|following|coming))"
_OF_YEAR = rf"(?:,? (?:of )?(?:(?P<year>{_YEAR})|(?P<whose>this|last|next) year))"
_SINCE = r"(?:(?P<since>[Ss]ince) )?"
_ABOUT = r"(?:(?P<about>[Aa]round|[Aa]bout|[Cc]irca) )?"
_STEP = {
    "this": 0,
    "last": -1,
    "the previous": -1,
    "the past": -1,
    "next": 1,
    "the following": 1,
    "the coming": 1,
}
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WEEK_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}


# A day and month without a year that lie no farther ahead than this are not those of last year.
_NEAR_AT_HAND = timedelta(days=60)


class Anchor(NamedTuple):
    """What a date is reckoned from.

    Attributes:
        day: The day of publication, or None where unknown.
        ahead: Whether the text speaks of the future.
    """

    day: date | None
    ahead: bool = False


class DateExpression(NamedTuple):
    """A date expression in a text: its place ``[start, end)`` and how it is read."""

    start: int
    end: int
    read: Callable[[Anchor], str | None]

    def resolve(self, anchor: Anchor) -> str | None:
        """The date in EDTF, or None where the text does not say enough or names a day that no calendar has."""
        try:
            return self.read(anchor)
        except (ValueError, OverflowError):
            return None


@lru_cache(maxsize=1)  # times and figures ask for those of one article in turn
def date_expressions(text: str) -> tuple[DateExpression, ...]:
    """All date expressions of a text in order, without overlap; where two begin together, the longer."""
    expressions: list[DateExpression] = []
    end = 0
    while begins := _ANY.search(text, end):
        start = begins.start()
        matches = ((pattern.match(text, start), read) for pattern, read in _TABLE)
        match, read = max(
            ((match, read) for match, read in matches if match), key=lambda row: row[0].end()
        )
        end = match.end()
        expressions.append(DateExpression(start, end, partial(read, match)))
    return tuple(expressions)


def _year(match: re.Match[str], anchor: Anchor) -> int | None:
    """The year that an expression gives, by itself or relative to the anchor."""
    if match["year"]:
        return int(match["year"])
    if match["whose"] and anchor.day:
        return anchor.day.year + _STEP[match["whose"]]
    return None


def _month(word: str) -> int:
    return _NUMBER_OF_MONTH[word[:3].lower()]


def _number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _nearest_year(
    first: Callable[[int], date], anchor: Anchor, *, strict: bool = False
) -> int | None:
    """The year in which a yearly date falls last up to the anchor's day, or first from it on."""
    if anchor.day is None:
        return None
    year = anchor.day.year
    if anchor.ahead:
        return year if first(year) >= anchor.day else year + 1
    return (
        year if first(year) < anchor.day or (first(year) == anchor.day and not strict) else year - 1
    )


def _soon(anchor: Anchor, month: int, day: int) -> Anchor:
    """The anchor, ahead where the day is near at hand: in September "the Nov. 8 election" is that of the year."""
    if anchor.day is None:
        return anchor
    coming = date(anchor.day.year + ((month, day) < (anchor.day.month, anchor.day.day)), month, day)
    return anchor._replace(ahead=anchor.ahead or coming - anchor.day <= _NEAR_AT_HAND)


def _dated(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "Jan. 12", "12 January 2024", "July 14-16", "around Feb. 7", "since Oct. 8"."""
    month, day = _month(match["month"]), _number(match["day"])
    year = _year(match, anchor) or _nearest_year(
        lambda year: date(year, month, day), _soon(anchor, month, day)
    )
    if year is None:
        return None
    first = date(year, month, day)
    if match["last"]:
        return edtf(
            (first, date(year, _month(match["month2"] or match["month"]), _number(match["last"])))
        )
    return _since(match, anchor, (first, first), about=bool(match["about"]))


def _since(match: re.Match[str], anchor: Anchor, period: Period, *, about: bool = False) -> str:
    """The period, or all from its beginning to the anchor's day where "since" stands before it."""
    if match["since"] and anchor.day and period[0] < anchor.day:
        return edtf((period[0], anchor.day))
    return edtf(period, about=about)


def _in_month(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "October", "last October", "October last year", "early August 2023"."""
    month = _month(match["month"])
    year = _year(match, anchor)
    if year is None:
        which = (match["which"] or "").lower()
        if which == "next":
            anchor = anchor._replace(ahead=True)
        day = anchor.day.replace(day=1) if anchor.day else None
        strict = _STEP.get(which, 0) < 0
        year = _nearest_year(
            lambda year: date(year, month, 1), anchor._replace(day=day), strict=strict
        )
    if year is None:
        return None
    period = month_of(year, month)
    if match["part"]:
        return _since(match, anchor, third_of(period, match["part"].lower()), about=True)
    return _since(match, anchor, period)


def _week_of_month(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "The last week of December"."""
    month = _month(match["month"])
    year = _year(match, anchor) or _nearest_year(lambda year: date(year, month, 1), anchor)
    if year is None:
        return None
    return edtf(
        week_in_month(month_of(year, month), _WEEK_NUMBERS[match["number"].lower()]), about=True
    )


def _between_months(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "Between January and February of this year", "from March to May 2024"."""
    first, last = _month(match["month"]), _month(match["month2"])
    year = _year(match, anchor) or _nearest_year(lambda year: date(year, last, 1), anchor)
    if year is None:
        return None
    return edtf((month_of(year - (first > last), first)[0], month_of(year, last)[1]))


def _iso(match: re.Match[str], _anchor: Anchor) -> str:
    return edtf((date.fromisoformat(match[0]), date.fromisoformat(match[0])))


def _in_year(match: re.Match[str], anchor: Anchor) -> str:
    """Reads "In 2016", "since 2019", "late 2023"."""
    period = year_of(int(match["year"]))
    if match["part"]:
        return _since(match, anchor, third_of(period, match["part"].lower()), about=True)
    return _since(match, anchor, period)


def _decade(match: re.Match[str], _anchor: Anchor) -> str:
    return edtf((date(int(match["year"]), 1, 1), date(int(match["year"]) + 9, 12, 31)))


def _in_season(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "Last fall", "the summer of 2022", "since last winter"."""
    season = match["season"].lower()
    year = _year(match, anchor)
    if year is None and match["which"] and anchor.day:
        step = _STEP[match["which"].lower()]
        year = anchor.day.year
        if step < 0 and season_of(year, season)[1] >= anchor.day:
            year -= 1
        elif step > 0 and season_of(year, season)[0] <= anchor.day:
            year += 1
    return None if year is None else _since(match, anchor, season_of(year, season), about=True)


def _weekday(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "Monday", "last Monday", "next Monday", "since Monday"."""
    if anchor.day is None:
        return None
    which = (match["which"] or "").lower()
    step = _STEP.get(which, 0)
    ahead = step > 0 or (not step and anchor.ahead)
    day = weekday_near(
        anchor.day, _NUMBER_OF_DAY[match["weekday"][:3].lower()], ahead=ahead, strict=bool(step)
    )
    return _since(match, anchor, (day, day))


def _near_day(match: re.Match[str], anchor: Anchor) -> str | None:
    if anchor.day is None:
        return None
    day = anchor.day + timedelta(days=_NEAR_DAYS[match["near"].lower()])
    return _since(match, anchor, (day, day))


def _near_period(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "Last week", "this year", "next month"."""
    if anchor.day is None:
        return None
    return _since(
        match, anchor, before(anchor.day, -_STEP[match["which"].lower()], match["unit"].lower())
    )


def _ago(match: re.Match[str], anchor: Anchor) -> str | None:
    """Reads "Three days ago", "a year ago", "two weeks earlier" (not resolved: it reckons from something else)."""
    if anchor.day is None or match["word"] != "ago":
        return None
    count = match["count"].lower()
    if count.isdigit():
        number = int(count)
    else:
        number = sum(
            ONES.get(word) or TENS.get(word, 1) for word in count.split("-")
        )  # "a year ago" is one
    return edtf(
        before(anchor.day, number, match["unit"].lower()), about=match["unit"].lower() != "day"
    )


def _row(
    pattern: str, read: Callable[[re.Match[str], Anchor], str | None]
) -> tuple[re.Pattern[str], Callable[[re.Match[str], Anchor], str | None]]:
    """A row of the table; groups that a pattern lacks are added, never matched, so that readers may ask for them."""
    names = ("about", "last", "month2", "part", "since", "which", "whose", "year")
    lacking = "".join(f"(?P<{name}>(?!))?" for name in names if f"(?P<{name}>" not in pattern)
    return re.compile(f"{_START}{pattern}{lacking}"), read


_START = r"(?<![\w$€£-])"
_UNTIL = r"(?:-|–| (?:to|and|until|through) )"
_TABLE = (
    _row(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)", _iso),
    _row(rf"{_SINCE}{_ABOUT}(?:{_WEEKDAY},? )?(?P<month>{_MONTH}) (?P<day>{_DAY})(?:{_UNTIL}(?:(?P<month2>{_MONTH}) )?(?P<last>{_DAY}))?{_OF_YEAR}?", _dated),
    _row(rf"{_SINCE}{_ABOUT}(?:{_WEEKDAY},? )?(?:the )?(?P<day>{_DAY})(?:{_UNTIL}(?P<last>{_DAY}))?(?: of)? (?P<month>{_MONTH}){_OF_YEAR}?", _dated),
    _row(rf"(?:[Tt]he )?(?P<number>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ff]inal) week of (?P<month>{_MONTH}){_OF_YEAR}?", _week_of_month),
    _row(rf"(?:[Bb]etween|[Ff]rom) (?P<month>{_MONTH}) (?:and|to|until|through) (?P<month2>{_MONTH}){_OF_YEAR}?", _between_months),
    _row(rf"{_SINCE}(?:{_PART})?(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )?(?P<month>{_PLAIN_MONTH}){_OF_YEAR}?", _in_month),
    _row(rf"{_SINCE}(?:{_PART})?(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )?(?P<month>{_MONTH}){_OF_YEAR}", _in_month),
    _row(rf"(?:{_PART}|(?P<since>[Ss]ince) |(?P<which>[Ll]ast|[Tt]his|[Nn]ext) |{_LEADS})(?P<month>{_MONTH})", _in_month),
    _row(rf"{_SINCE}(?:{_WHICH} |[Tt]he )?(?P<season>{_SEASON})(?: of)? (?P<year>{_YEAR})", _in_season),
    _row(rf"{_SINCE}{_WHICH} (?P<season>{_SEASON})(?!\w)", _in_season),
    _row(rf"{_SINCE}(?:{_WHICH} )?(?P<weekday>{_WEEKDAY})", _weekday),
    _row(rf"{_SINCE}(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?!\w)", _near_day),
    _row(rf"{_SINCE}(?:[Ee]arlier |[Ll]ater )?{_WHICH} (?P<unit>week|month|year)(?!\w)", _near_period),
    _row(rf"(?:(?:about|around|some|nearly|almost|more than) )?{_COUNT} (?P<unit>day|week|month|year)s? (?P<word>ago|earlier|before|later)(?!\w)", _ago),
    _row(rf"(?:{_PART}|(?:the )?)(?P<year>\d{{3}}0)s(?!\w)", _decade),
    _row(rf"(?P<since>[Ss]ince) (?P<year>{_YEAR})", _in_year),
    _row(rf"{_PART}(?P<year>{_YEAR})", _in_year),
    _row(rf"{_LEADS}(?P<year>{_YEAR})(?! (?:people|[a-z]{{4,}}s)\b)", _in_year),
    _row(rf"(?:(?<=\d{{4}} and )|(?<=\d{{4}} or )|(?<=\())(?P<year>{_YEAR})", _in_year),
)  # fmt: skip
"""Pattern and reader of every kind of date expression; the order decides between equal ones."""
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_FIRST = "|".join(
    (
        r"\d|[Ss]ince|[Aa]bout|[Aa]round|[Cc]irca|[Ff]rom|[Bb]etween|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal",
        r"[Tt]he |[Tt]his|[Ll]ast|[Nn]ext|[Ee]arl|[Mm]id|[Ll]ate|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow",
        r"some |nearly|almost|more |[Aa][Nn]? |spring|summer|autumn|fall|winter",
        *_DAYS,
        *_MONTHS,
        *sorted({f"[{word[0].upper()}{word[0]}][{word[1].upper()}{word[1]}]" for word in (*ONES, *TENS)}),
    )
)  # fmt: skip
"""What the expressions of the table begin with; a look at it spares most words the patterns."""
_ANY = re.compile(
    f"{_START}(?={_FIRST})(?:"
    + "|".join(
        _NAMED_GROUP.sub("(?:", pattern.pattern.removeprefix(_START)) for pattern, _ in _TABLE
    )
    + ")"
)
"""Matches where a pattern of the table does: one search of a text in place of one for each row."""
