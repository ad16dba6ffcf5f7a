"""The grammar of English cardinal numbers: digits, number words, multipliers, and vague counts such as "dozens".

Follows the description of cardinal numerals in Huddleston and Pullum, The Cambridge Grammar of the English Language
(2002), chapter 19 section 5.10. Ordinals ("11th"), designations ("Su-35") and decades ("1990s") are none.
"""

from typing import NamedTuple

from kg.extract.lexemes import Lexeme


class Numeral(NamedTuple):
    """A cardinal number in a row of lexemes.

    Attributes:
        end: Index of the lexeme behind it.
        value: Its value; for a vague count the least that it can mean.
        scale: The multiplier that its last words give it (1,000,000 in "3.5 million"), 1 without one.
        vague: Whether it is only a lower bound ("dozens", "several thousand").
        bare: Whether it is written in digits alone, without a separator: a year or a label may look so.
    """

    end: int
    value: float
    scale: float = 1
    vague: bool = False
    bare: bool = False


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
ONES = {word: value for value, word in enumerate(_ONES.split(), start=1)} | {"zero": 0}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "dozen": 12, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "tn": 1_000_000_000_000, "trn": 1_000_000_000_000}  # fmt: skip
# Letters that multiply only when glued to the digits; "m" is a metre unless the figure is money or a count.
_LETTERS = {"k": 1_000, "b": 1_000_000_000, "m": 1_000_000}
# A plural names at least two of its kind ("hundreds" are 200 or more), as do "several" and "a few" before a multiplier:
# the weakest reading, so that no contradiction is found where the text is only vague.
_PLURALS = {
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "billions": 2_000_000_000,
}
_PLURAL_FACTORS = {"tens": 20, "dozens": 24, "hundreds": 200, "scores": 40}
_AT_LEAST_TWO = {("several",), ("a", "few"), ("many",)}
_TWO = {("a", "couple", "of"), ("a", "couple")}
_ARTICLES = {"a", "an"}
_FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_SHORTEST_PLURAL = 4  # "cars"; "was" is none
_PERIOD_BEFORE = {"first", "second", "latter", "last", "other"}  # "the second half of the year"
_DECIMALS = 4
_ROUND = {5, 10, 100}
_HUNDRED = 100
_TIMES = {"second", "minute", "hour", "day", "week", "month", "year", "game", "match"}
_PERCENT = 100
_HYPHENS = {"-", "‑"}
_SUFFIXES_OF_NO_NUMERAL = {"st", "nd", "rd", "th", "s", "s'", "x", "am", "pm"}

STARTERS = frozenset(
    {*ONES, *TENS, *_PLURALS, "tens", "scores", "several", "a", "an", "many", "half"}
)


def numeral(row: list[Lexeme], at: int, *, money: bool = False) -> Numeral | None:
    """The longest cardinal number that begins at this lexeme, or None.

    Args:
        row: The lexemes of a text.
        at: Where to look.
        money: Whether a currency sign stands before it, so that "5m" are millions.
    """
    if row[at].kind == "number":
        return _digits(row, at, money=money)
    if row[at].text not in STARTERS or _is_tail(row, at):
        return None
    return _half(row, at) or _plural(row, at) or _vague(row, at) or _words(row, at)


def times(value: float, scale: float) -> float:
    """The product without the error of binary fractions.

    >>> times(65.4, 1_000_000_000)
    65400000000.0
    """
    return round(value * scale, _DECIMALS)


def share(row: list[Lexeme], at: int) -> Numeral | None:
    """A fraction of a whole that begins at this lexeme, in percent: "a third of", "two-thirds of", "one in five".

    A fraction counts only before "of" or, for "half", an article or possessive: "a third person" is no share.
    """
    if _is_tail(row, at):
        return None
    if row[at].kind == "number":
        return _one_in_five(row, at)
    top, after = _numerator(row, at)
    if after == at and (row[at].text != "half" or (at and row[at - 1].text in _PERIOD_BEFORE)):
        return None
    if row[after].text == "-" and row[after].glued:
        after += 1
    bottom = _FRACTIONS.get(row[after].text.removesuffix("s").replace("halve", "half"))
    if bottom is not None:
        follows = row[after + 1].text if after + 1 < len(row) else ""
        whole = follows == "of" or (
            row[after].text == "half" and follows in {"the", "its", "their", "our", "his", "her"}
        )
        return Numeral(after + 1, _PERCENT * top / bottom) if whole and top <= bottom else None
    return _one_in_five(row, at)


def _numerator(row: list[Lexeme], at: int) -> tuple[float, int]:
    """The number above the line and the index behind it; 1 where it is left out or an article."""
    if row[at].text in _ARTICLES:
        return 1, at + 1
    value = ONES.get(row[at].text)
    return (1, at) if value is None else (value, at + 1)


def _one_in_five(row: list[Lexeme], at: int) -> Numeral | None:
    """Reads "One in five", "nine out of ten", "6 in 10", in percent."""
    digits = row[at].text.isdigit()
    top = int(row[at].text) if digits else ONES.get(row[at].text)
    after = at + 1
    if top is None or after + 2 >= len(row):
        return None
    of = row[after].text == "of"
    if row[after].text == "out" and row[after + 1].text == "of":
        after += 1
    elif not of and row[after].text != "in":
        return None
    after += 1 if row[after + 1].text == "every" else 0
    bottom = numeral(row, after + 1)
    if bottom is None or bottom.value < max(top, 2) or bottom.value > _HUNDRED or bottom.scale > 1:
        return None
    if row[bottom.end].text.removesuffix("s") in _TIMES:  # "six in ten days"
        return None
    if (
        of or digits
    ) and bottom.value not in _ROUND:  # "eight of 10 voters", but "six of 11 judges" are six judges
        return None
    return Numeral(bottom.end, _PERCENT * top / bottom.value)


def _is_tail(row: list[Lexeme], at: int) -> bool:
    """Whether the lexeme ends a hyphenated word that is no number ("mid-thirty", "Su-35")."""
    return (
        at > 1
        and row[at].glued
        and row[at - 1].text in _HYPHENS
        and row[at - 1].glued
        and row[at - 2].kind == "word"
        and row[at - 2].text not in ONES
        and row[at - 2].text not in TENS
    )


def _digits(row: list[Lexeme], at: int, *, money: bool) -> Numeral | None:
    """Digits with the letters or words that multiply them."""
    if _is_tail(row, at) or (
        at and row[at].glued and row[at - 1].kind == "word" and row[at - 1].text[-1:].isdigit()
    ):
        return None
    digits = row[at].text
    value = float("".join(sign for sign in digits if sign.isdigit() or sign == "."))
    following = row[at + 1]
    if following.glued and following.kind == "word":
        return _suffixed(row, at, value, money=money)
    scale, end = _scales(row, at + 1)
    bare = scale == 1 and digits.isdigit()
    return Numeral(end, times(value, scale), scale, bare=bare)


def _suffixed(row: list[Lexeme], at: int, value: float, *, money: bool) -> Numeral | None:
    """Digits with letters glued to them: a multiplier, a unit (left for the figure to read), or no numeral."""
    letters = row[at + 1].text
    if letters in _SUFFIXES_OF_NO_NUMERAL:
        return None
    scale = SCALES.get(letters) or _LETTERS.get(letters)
    if letters == "m" and not money and not _is_plural(row[at + 2]):
        scale = None
    if scale is None:
        return Numeral(at + 1, value)
    return Numeral(at + 2, times(value, scale), scale)


def _is_plural(lexeme: Lexeme) -> bool:
    """Whether a word looks like the plural of something counted."""
    return lexeme.text == "people" or (
        lexeme.kind == "word" and lexeme.text.endswith("s") and len(lexeme.text) >= _SHORTEST_PLURAL
    )


def _scales(row: list[Lexeme], at: int) -> tuple[float, int]:
    """The product of the multipliers from here on ("hundred thousand"), and the index behind them."""
    scale = 1.0
    while True:
        step = 1 if row[at].text == "-" and row[at].glued and row[at + 1].glued else 0
        factor = SCALES.get(row[at + step].text)
        if factor is None:
            return scale, at
        scale *= factor
        at += step + 1


def _half(row: list[Lexeme], at: int) -> Numeral | None:
    """Reads "Half a million", "half a dozen"."""
    if row[at].text != "half" or row[at + 1].text not in _ARTICLES:
        return None
    scale, end = _scales(row, at + 2)
    return Numeral(end, scale / 2, scale) if scale > 1 else None


def _plural(row: list[Lexeme], at: int) -> Numeral | None:
    """Reads "Dozens", "hundreds of thousands", "scores of"."""
    factor = _PLURAL_FACTORS.get(row[at].text)
    if factor is not None and row[at + 1].text == "of":
        scale = (
            SCALES.get(row[at + 2].text.removesuffix("s"))
            if row[at + 2].text.endswith("s")
            else None
        )
        if scale is not None:
            return Numeral(at + 3, factor * scale, scale, vague=True)
        return Numeral(at + 1, factor, vague=True) if row[at].text != "tens" else None
    plural = _PLURALS.get(row[at].text)
    return None if plural is None else Numeral(at + 1, plural, vague=True)


def _vague(row: list[Lexeme], at: int) -> Numeral | None:
    """Reads "Several thousand", "a few hundred", "a couple of dozen"."""
    for lead, vague in ((_AT_LEAST_TWO, True), (_TWO, False)):
        for words in lead:
            end = at + len(words)
            if end < len(row) and tuple(lexeme.text for lexeme in row[at:end]) == words:
                scale, after = _scales(row, end)
                if scale > 1:
                    return Numeral(after, 2 * scale, scale, vague=vague)
    return None


def _words(row: list[Lexeme], at: int) -> Numeral | None:
    """Number words: "eleven thousand", "one hundred and twenty", "two and a half million", "a dozen"."""
    total, current, limit = 0.0, 0.0, 0.0
    end = at
    while True:
        joined = 1 if end > at and row[end].text == "and" else 0
        value, after = _below_hundred(row, end + joined)
        if after == end + joined or (
            limit and (value >= limit or row[end + joined].text in _ARTICLES)
        ):
            break
        current, end = current + value, after
        if row[end].text == "hundred":
            current, end, limit = current * _HUNDRED, end + 1, _HUNDRED
        scale, after = _scales(row, end)
        if after > end:
            total, current, end, limit = total + current * scale, 0.0, after, scale
        elif row[end - 1].text != "hundred":
            break
    if end == at:
        return None
    return Numeral(end, total + current, limit if limit and row[end - 1].text in SCALES else 1)


def _below_hundred(row: list[Lexeme], at: int) -> tuple[float, int]:
    """A number below a hundred ("twenty-seven", "two and a half", "a" before a multiplier); index unmoved if none."""
    word = row[at].text
    if word in _ARTICLES:
        return (1, at + 1) if row[at + 1].text in SCALES else (0, at)
    if word in TENS:
        hyphen = 1 if row[at + 1].text in _HYPHENS and row[at + 1].glued else 0
        ones = ONES.get(row[at + 1 + hyphen].text, 0)
        return (
            (TENS[word] + ones, at + 2 + hyphen) if 0 < ones < ONES["ten"] else (TENS[word], at + 1)
        )
    if word in ONES:
        if [lexeme.text for lexeme in row[at + 1 : at + 4]] == ["and", "a", "half"]:
            return ONES[word] + 0.5, at + 4
        return ONES[word], at + 1
    return 0, at
