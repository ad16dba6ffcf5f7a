"""Cuts text into lexemes for the grammars of figures and dates: words, numbers and marks, with their offsets.

spaCy's tokens depend on the model ("€5m." or "1,500-2,000" come out differently from one release to the next);
the grammars read lexemes in their place, which depend on the text alone.
"""

import re
from typing import NamedTuple


class Lexeme(NamedTuple):
    """A word, a number, a mark or a line break.

    Attributes:
        text: Lower-case.
        start, end: Code points in the text, half-open.
        glued: Whether nothing stands between it and the lexeme before.
        kind: ``word``, ``number``, ``mark`` or ``break``.
    """

    text: str
    start: int
    end: int
    glued: bool
    kind: str


# A word holds digits after its first letter ("G7"); an address holds marks; groups of three digits may be parted
# by commas or by the narrow spaces that ISO 80000-1 recommends. "º" and "°" are marks.
_LEXEME = re.compile(
    r"""(?P<break>[\n\r\u2028\u2029]+)
    | (?P<address>\w+://\S+ | [\w.+-]+@[\w-]+\.[\w.]+ | www\.\S+)
    | (?P<number>\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)? | \d+(?:\.\d+)? | (?<![\w.])\.\d+)
    | (?P<word>[^\W\d_][\w]*(?:['’](?:s|S|t|re|ve|ll|d|m)\b)?)
    | (?P<mark>\S)""",
    re.VERBOSE,
)

LOOKAHEAD = 4
"""How many lexemes a grammar may look ahead without asking whether the text ends."""


def lexemes(text: str) -> list[Lexeme]:
    """The lexemes of a text in order, with LOOKAHEAD empty breaks behind; addresses come as words.

    >>> [lexeme.text for lexeme in lexemes("Up to $1.2bn") if lexeme.text]
    ['up', 'to', '$', '1.2', 'bn']
    """
    found: list[Lexeme] = []
    last = -1
    for match in _LEXEME.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or "mark"
        kind = "word" if kind == "address" else kind
        found.append(Lexeme(match[0].lower().replace("’", "'"), start, end, start == last, kind))
        last = end
    closing = Lexeme(text="", start=len(text), end=len(text), glued=False, kind="break")
    return found + [closing] * LOOKAHEAD


def word_set(listed: str) -> frozenset[str]:
    """The words of a list that is written as one string.

    >>> sorted(word_set("in at on"))
    ['at', 'in', 'on']
    """
    return frozenset(listed.split())
