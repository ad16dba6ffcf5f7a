"""The grammar of English figures: hedges, bounds, ranges, shares, units and money around cardinal numbers.

"About" and its like leave the number as it is; "more than" opens it above, "up to" below (the reading that the
tables' contract fixes). What is counted, and by which measure, is left to kg.extract.quantities.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from kg.extract.lexemes import LOOKAHEAD, Lexeme, word_set
from kg.extract.numerals import STARTERS, Numeral, numeral, share, times
from kg.extract.quantities.units import PERCENT, Unit, currency_at, is_currency, unit_after


class Bound(Enum):
    """What a hedge does to a number."""

    ABOUT = "about"  # softens it
    LEAST = "least"  # makes it a lower bound
    MOST = "most"  # makes it an upper bound
    MORE = "more"  # tells that it comes on top of another


class Figure(NamedTuple):
    """A figure in a text.

    Attributes:
        start, end: Code points, half-open; hedge and unit of measurement included.
        min, max: Bounds, both included; None where open.
        unit: The unit of measurement, or None where things are counted.
        hedge: Words that soften or bound it, lower-case, or None.
        added: Whether it is said to come on top of another ("another 500").
        left: Whether it is a former or another value, given to compare with ("up from 14", "two more than").
        doubt: Why it may be no figure at all, or None.
    """

    start: int
    end: int
    min: float | None
    max: float | None
    unit: Unit | None = None
    hedge: str | None = None
    added: bool = False
    left: bool = False
    doubt: "Doubt | None" = None


class Doubt(Enum):
    """Why something that reads like a figure may be none; its surroundings must decide."""

    BARE = "bare"  # digits alone: a year or a label
    ONE = "one"  # "one": a pronoun
    NIL = "nil"  # "no", "none": a zero only where something is measured


class _Amount(NamedTuple):
    """A number with its unit, ending before the lexeme ``end``."""

    end: int
    number: Numeral
    unit: Unit | None


class _Interval(NamedTuple):
    """One or two amounts, in lexemes [first, end), before hedges are heeded."""

    first: int
    end: int
    min: float
    max: float | None
    unit: Unit | None
    words: str = ""


class _Hedges(NamedTuple):
    """The hedges around a figure, which then reaches over the lexemes [first, end)."""

    first: int
    end: int
    bounds: frozenset[Bound]
    words: tuple[str, ...]


def _phrases(words: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in words.split("|")]


_HEDGES: dict[tuple[str, ...], Bound] = {
    **dict.fromkeys(_phrases("about|some|nearly|roughly|around|almost|approximately|approx|circa|close to|closer to|near|nearer|nearer to|just over|just under|just above|just below|just short of|a little over|a little under|a little more than|slightly more than|slightly less than|slightly over|slightly under|an estimated|estimated|perhaps|maybe|probably|possibly|something like|in the region of|in the order of|on the order of|more or less|an average of|practically|virtually|~|≈"), Bound.ABOUT),
    **dict.fromkeys(_phrases("more than|over|above|at least|no fewer than|no less than|not fewer than|not less than|upwards of|upward of|in excess of|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|well over|well above|far more than|greater than|higher than|a minimum of|minimum of|minimum|as few as|>"), Bound.LEAST),
    **dict.fromkeys(_phrases("up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of|maximum|at the most|less than|fewer than|under|below|well under|well below|lower than|no higher than|not exceeding|<"), Bound.MOST),
    **dict.fromkeys(_phrases("another|additional|an additional|a further|further|an extra|extra"), Bound.MORE),
}  # fmt: skip
_HEDGES_AFTER: dict[tuple[str, ...], Bound] = {
    **dict.fromkeys(_phrases("or more|at least|and counting|+|- plus"), Bound.LEAST),
    **dict.fromkeys(_phrases("or less|or fewer|at most"), Bound.MOST),
    **dict.fromkeys(_phrases("or so|or thereabouts|- odd|give or take"), Bound.ABOUT),
    **dict.fromkeys(_phrases("more|additional|further|extra"), Bound.MORE),
}
_LONGEST_HEDGE = max(map(len, _HEDGES))
# "Rose from 14 to 17" is a change; "ranged from 14 to 17" an interval.
_RANGING = word_set(
    "range ranges ranged ranging anywhere vary varies varied varying estimate estimates"
)
_FORMER = frozenset(
    _phrases("up from|down from|rather than|instead of|compared with|compared to|against")
)
_DASHES = frozenset("-–‑−")
_MINUS = _DASHES | {"minus"}
_PLUS_MINUS = _phrases("plus or minus|, plus or minus|±|+ / -|give or take")
_ZEROS = _phrases("not a single|not one|no one|none|nobody|no")
_NO_ZERO_BEFORE = word_set("fewer less more longer doubt matter way idea sign comment but such")
# What a hyphen may join to a number without making it a mere property ("a six-storey factory").
_COUNTED_BY_HYPHEN = word_set("strong member seat magnitude plus odd")
_LABEL_MARKS = frozenset("/:#№_\\")
_SIGNS = frozenset("$€£¥₹₽₩₺₴")
_BEGINNINGS = STARTERS | _SIGNS | {phrase[0] for phrase in _ZEROS}


def figures(row: list[Lexeme]) -> Iterator[Figure]:
    """All figures of a text in order, without overlap; doubtful ones ("one", "none", bare digits) are marked.

    Args:
        row: The lexemes of a text; those that belong to a date or a label blotted out.
    """
    at = floor = 0
    while at < len(row) - LOOKAHEAD:
        lexeme = row[at]
        found = None
        if lexeme.kind == "number" or lexeme.text in _BEGINNINGS or is_currency(row, at):
            found = _figure(row, at, floor) or _zero(row, at)
        if found is None:
            at += 1
        else:
            figure, at = found
            floor = at
            yield figure


def _figure(row: list[Lexeme], at: int, floor: int) -> tuple[Figure, int] | None:
    """The figure whose number or currency begins here, with the index behind it; it reaches back to floor at most."""
    amount = _amount(row, at)
    if amount is None:
        return None
    before = _hedges_before(row, at, floor)
    interval = _interval(row, amount, before.first, floor)
    hedges = _hedges_after(row, interval, before)
    unit = interval.unit
    if unit is None and Bound.MORE in hedges.bounds:  # "two more days"
        behind = unit_after(row, hedges.end, plural=True)
        if behind is not None:
            unit, hedges = behind[0], hedges._replace(end=behind[1])
    low, high = _bounds(interval, hedges.bounds)
    compared = Bound.MORE in hedges.bounds and row[hedges.end].text == "than"
    figure = Figure(
        start=row[hedges.first].start,
        end=row[hedges.end - 1].end,
        min=low,
        max=high,
        unit=unit,
        hedge=" ".join(hedges.words) or None,
        added=Bound.MORE in hedges.bounds,
        left=compared or _is_former(row, hedges.first, interval),
        doubt=_doubt(row, at, amount, hedges),
    )
    return figure, hedges.end


def _amount(row: list[Lexeme], at: int) -> _Amount | None:
    """A number with its currency before or its unit behind."""
    currency = currency_at(row, at)
    first = at if currency is None else currency[1]
    if (
        first
        and row[first].glued
        and (row[first - 1].text in _LABEL_MARKS or _ends_score(row, first))
    ):
        return None
    if currency is not None:
        number = numeral(row, first, money=True)
        return None if number is None else _Amount(number.end, number, currency[0])
    if _begins_score(row, first):
        return None
    number = share(row, first)
    if number is not None:
        return _Amount(number.end, number, PERCENT)
    number = numeral(row, first)
    return None if number is None else _measured(row, number)


def _ends_score(row: list[Lexeme], at: int) -> bool:
    """Whether a number is joined to a larger one before it: a score or a code, not a range ("3-1", "51-49")."""
    joined = at > 1 and row[at - 1].text in _DASHES and row[at - 1].glued
    return (
        joined
        and row[at - 2].kind == row[at].kind == "number"
        and _plain(row[at - 2]) > _plain(row[at])
    )


def _begins_score(row: list[Lexeme], at: int) -> bool:
    """Whether a number is joined to a smaller one behind it."""
    dash, other = row[at + 1], row[at + 2]
    return dash.text in _DASHES and dash.glued and other.glued and _ends_score(row, at + 2)


def _plain(lexeme: Lexeme) -> float:
    return float(re.sub(r"[^\d.]", "", lexeme.text))


def _measured(row: list[Lexeme], number: Numeral) -> _Amount | None:
    """The number with the unit behind it, or None where what is glued to it makes it a label or a property."""
    following = row[number.end]
    hyphen = following.text in _DASHES and following.glued and row[number.end + 1].kind == "word"
    after = number.end + 1 if hyphen and row[number.end + 1].glued else number.end
    unit = unit_after(row, after, plural=number.value != 1 and after == number.end)
    if unit is not None:
        return _Amount(unit[1], number, unit[0])
    if after > number.end:
        return _Amount(number.end, number, None) if row[after].text in _COUNTED_BY_HYPHEN else None
    glued_on = following.glued and (following.kind == "word" or following.text in _LABEL_MARKS)
    return None if glued_on else _Amount(number.end, number, None)


def _interval(row: list[Lexeme], low: _Amount, first: int, floor: int) -> _Interval:
    """The range, tolerance or single value that begins with this amount."""
    opener = row[first - 1].text if first > floor else ""
    if opener == "between" and row[low.end].text == "and":
        high = _second(row, low, low.end + 1)
        if high is not None:
            return _range(low, high, first - 1, "between")
    ranging = opener == "from" and first > 1 and row[first - 2].text in _RANGING
    if row[low.end].text in {"to", "or"} and (opener != "from" or ranging):
        high = _second(row, low, low.end + 1)
        if high is not None:
            return _range(low, high, first, "")
    if row[low.end].text in _DASHES:
        high = _second(row, low, low.end + 1)
        if high is not None:
            return _range(low, high, first, "")
    value = low.number.value
    if (
        low.unit is not None
        and low.unit.dimension == "temperature"
        and row[first - 1].text in _MINUS
        and first > floor
    ):
        return _Interval(first - 1, low.end, -value, -value, low.unit)
    top = None if low.number.vague else value
    return _tolerance(row, low, first) or _Interval(first, low.end, value, top, low.unit)


def _second(row: list[Lexeme], low: _Amount, at: int) -> _Amount | None:
    """The upper end of a range: as large at least, and in the same unit where both have one."""
    for length in range(_LONGEST_HEDGE, 0, -1):  # "between 20 and about 30"
        if _HEDGES.get(tuple(lexeme.text for lexeme in row[at : at + length])) is Bound.ABOUT:
            at += length
            break
    high = _amount(row, at)
    if high is None or (low.unit and high.unit and low.unit != high.unit):
        return None
    return high if _scaled(low, high) <= high.number.value else None


def _scaled(low: _Amount, high: _Amount) -> float:
    """The lower end, in the multiplier of the upper where it has none itself ("3 to 5 million")."""
    value = low.number.value
    multiplied = times(value, high.number.scale)
    return multiplied if low.number.scale == 1 and multiplied <= high.number.value else value


def _range(low: _Amount, high: _Amount, first: int, words: str) -> _Interval:
    top = None if high.number.vague else high.number.value
    return _Interval(first, high.end, _scaled(low, high), top, high.unit or low.unit, words)


def _tolerance(row: list[Lexeme], middle: _Amount, first: int) -> _Interval | None:
    """Reads "6.2, plus or minus 0.1"."""
    for phrase in _PLUS_MINUS:
        end = middle.end + len(phrase)
        if tuple(lexeme.text for lexeme in row[middle.end : end]) == phrase and end < len(row):
            spread = _amount(row, end)
            if spread is not None and spread.unit in {None, middle.unit}:
                value, step = middle.number.value, spread.number.value
                low, high = round(value - step, 9), round(value + step, 9)
                return _Interval(
                    first, spread.end, low, high, middle.unit, " ".join(phrase).lstrip(", ")
                )
    return None


def _hedges_before(row: list[Lexeme], at: int, floor: int) -> _Hedges:
    """The hedges that end before this lexeme; "over three months" is no bound but a stretch of time."""
    bounds: set[Bound] = set()
    words: list[str] = []
    while True:
        for length in range(min(_LONGEST_HEDGE, at - floor), 0, -1):
            phrase = tuple(lexeme.text for lexeme in row[at - length : at])
            if phrase in _HEDGES:
                bounds.add(_HEDGES[phrase])
                if _HEDGES[phrase] is not Bound.MORE:
                    words.insert(0, " ".join(phrase))
                at -= length
                break
        else:
            return _Hedges(at, at, frozenset(bounds), tuple(words))


def _hedges_after(row: list[Lexeme], interval: _Interval, before: _Hedges) -> _Hedges:
    """All hedges of the figure, with those that follow it."""
    words = before.words + ((interval.words,) if interval.words else ())
    lasting = interval.unit is not None and interval.unit.dimension == "time" and words == ("over",)
    bounds = frozenset() if lasting else before.bounds
    words = () if lasting else words
    first = before.end if lasting else interval.first
    for length in (2, 1):
        phrase = tuple(lexeme.text for lexeme in row[interval.end : interval.end + length])
        bound = _HEDGES_AFTER.get(phrase)
        if bound is not None:
            word = () if bound is Bound.MORE else (" ".join(phrase).lstrip("- "),)
            return _Hedges(first, interval.end + length, bounds | {bound}, words + word)
    return _Hedges(first, interval.end, bounds, words)


def _bounds(interval: _Interval, bounds: frozenset[Bound]) -> tuple[float | None, float | None]:
    """Lower and upper bound, with a bounding hedge heeded; a vague count has no upper bound to keep."""
    if Bound.LEAST in bounds:
        return interval.min, None
    if Bound.MOST in bounds and interval.max is not None:
        return None, interval.max
    return interval.min, interval.max


def _is_former(row: list[Lexeme], first: int, interval: _Interval) -> bool:
    """Whether the figure is what another is compared with: "from 14 to 17", "up from the 1,200", "rather than 60"."""
    at = first - 1 if first and row[first - 1].text in {"the", "its", "an", "a"} else first
    if at and row[at - 1].text == "from" and row[interval.end].text == "to" and at == first:
        return True
    texts = tuple(lexeme.text for lexeme in row[max(at - 2, 0) : at])
    return texts in _FORMER or texts[-1:] in _FORMER


def _doubt(row: list[Lexeme], at: int, amount: _Amount, hedges: _Hedges) -> Doubt | None:
    """Whether a number without hedge, range and unit may be none."""
    if amount.unit is not None or hedges.end > amount.end:
        return None
    if row[at].text == "one" and amount.end == at + 1:
        return None if hedges.words else Doubt.ONE
    return Doubt.BARE if amount.number.bare else None


def _zero(row: list[Lexeme], at: int) -> tuple[Figure, int] | None:
    """Reads "None", "nobody", "not a single": a doubtful zero."""
    for phrase in _ZEROS:
        end = at + len(phrase)
        if (
            tuple(lexeme.text for lexeme in row[at:end]) == phrase
            and row[end].text not in _NO_ZERO_BEFORE
        ):
            return Figure(row[at].start, row[end - 1].end, 0, 0, doubt=Doubt.NIL), end
    return None
