"""Numbers that count nothing: clock times, ages, labels, list markers, telephone numbers, scores.

The grammar of figures reads what is left when these, and the dates of kg.extract.times.dates, are blotted out.
"""

import re
from collections.abc import Iterator

from kg.extract.lexemes import Lexeme
from kg.extract.numerals import ONES, TENS
from kg.extract.times.dates import date_expressions

_WORD = "|".join([*ONES, *TENS])
_SMALL = rf"(?:\d{{1,3}}|(?:{_WORD})(?:-(?:{_WORD}))?)"
_HOUR = rf"(?:\d{{1,2}}(?:[:.]\d\d)?|{'|'.join(list(ONES)[:12])})"
# A look ahead at what the longer of these begin with spares most words the rest of them.
_NONFIGURES = re.compile(
    rf"""(?!(?<=[^\W\d_])[^\W\d_])  # never inside a word
    (?:(?=[\dabefjnostu])(?:(?:shortly\ |just\ )?(?:about|around|before|after|by|at|until|from|between|since)\ )?(?:{_HOUR}\ ?(?:-|–|\ to\ |\ and\ ))?{_HOUR}\ ?(?:[ap]\.\ ?m\.?|[ap]m\b|o['’]clock|noon\b|midnight\b|in\ the\ (?:morning|afternoon|evening)|at\ night|(?:local\ time|GMT|UTC|CET|EST|BST)\b)
    | \b(?:\d\d?:\d\d(?::\d\d)?\b
      | \d\d{{3}}\ (?:hours|local\ time|GMT|UTC)\b
      | (?:(?=[\defnostz])(?:{_SMALL}(?:\ to\ |\ or\ |-|–))?\b{_SMALL}[-‑ ](?:years?|months?|weeks?|days?)[-‑ ]olds?\b)
      | (?:[Aa]ged?|at\ the\ age\ of|[Aa]ges)\ (?:between\ |from\ )?{_SMALL}(?:(?:\ (?:to|and|or)\ |[-–]){_SMALL})?\b)
    | (?<=[^\W\d_]),\ \d{{1,3}}(?=[,;:.)]|\ and\b)(?!,\d)(?!\.\d)
    | \b(?=[A-Za-z]++\.?\ (?:[Nn]o\.\ ?)?\d)(?:[Nn]os?\.|[Nn]umber|[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Pp]aragraphs?|[Cc]lauses?|[Pp]ages?|[Pp]p?\.|[Ff]igures?|[Tt]ables?|[Vv]olume|[Ee]pisode|[Rr]esolution|[Rr]oute|[Hh]ighway|[Ii]nterstate|[Ff]light|[Rr]oom|[Gg]ate|[Tt]rack|[Pp]latform|[Bb]lock|[Uu]nit|[Pp]hase|[Ss]tage|[Cc]hannel|[Cc]ategory|[Ll]evel|[Vv]ersion|[Rr]eactor|[Ss]chool|[Dd]istrict|[Pp]recinct|[Ww]ard|[Pp]rotocol|[Aa]mendment|[Tt]itle|[Ll]ine|[Dd]ay|[Pp]art|[Tt]ype|[Mm]odel|[Ii]ssue|[Ss]ize|[Bb]uilding|[Ss]uite|[Aa]partment)\ (?:[Nn]o\.\ ?)?\d{{1,5}}(?:\.\d+)*[A-Za-z]?(?![\w%]|[,.]\d|\ (?:m|km|cm|ft|percent|per\ cent|people|million|billion|met(?:re|er)s?|feet|degrees|days|hours)\b)
    | ^[ \t]*(?:\(?\d{{1,3}}[.)]|\[\d{{1,3}}\])(?=[ \t])
    | [(\[]\d{{1,2}}[)\]]
    | (?<![\w,.])\+?\(?\d{{2,4}}\)?(?:[ .-]\d{{2,4}}){{2,}}\b
    | (?<![\w.,])\d{{1,3}}[-–]\d{{1,3}}\ (?:win|victory|defeat|loss|draw|lead|vote|majority|decision|ruling)\b
    | \b(?:\d+(?:\.\d+){{2,}}\b
      | \d\d?/\d{{1,2}}(?:/\d{{2,4}})?\b | 24/7\b | 9/11\b
      | (?:one|two|three)\ (?:of\ these|another)\b | one\ (?:day|time|way|thing|side|hand|point|another|or\ two|of)\b | (?=\w++\ one\b)(?:[Tt]he|[Tt]his|[Tt]hat|[Nn]o|[Ee]very|[Aa]ny|[Ee]ach|which|\w+er|\w+est)\ one\b)
    )""",
    re.VERBOSE | re.MULTILINE,
)  # fmt: skip
_BLOT = "\0"


def nonfigures(text: str) -> Iterator[tuple[int, int]]:
    """The places ``[start, end)`` of numbers that count nothing, dates included; places may overlap."""
    for match in _NONFIGURES.finditer(text):
        yield match.span()
    for expression in date_expressions(text):
        yield expression.start, expression.end


def blotted(row: list[Lexeme], places: Iterator[tuple[int, int]]) -> list[Lexeme]:
    """The lexemes with those that touch a place made unreadable."""
    ordered = sorted(places)
    left = list(row)
    at = 0
    for index, lexeme in enumerate(row):
        while at < len(ordered) and ordered[at][1] <= lexeme.start:
            at += 1
        if at < len(ordered) and ordered[at][0] < lexeme.end:
            left[index] = lexeme._replace(text=_BLOT, kind="mark")
    return left
