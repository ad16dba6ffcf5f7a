"""An article's tokens as parallel lists: what name rules read, without a call into spaCy for each question."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.language.paragraphs import column, offsets, text_of

# A line counts as a headline when at least this share of its longer words is capital and it ends
# in no full stop; chosen by eye on the headlines and captions of PolNeAR dev.
HEADLINE_SHARE = 0.6
FULL_STOP_SHARE = 0.8  # where it ends like a sentence
HEADLINE_WORDS = 4
LONGER = 4

_ENDS = frozenset(".!?\"”’'…:")
_OPENING = frozenset(
    {".", "!", "?", ":", ";", "“", '"', "‘", "``", "—", "–", "--", "•", "*", "…", "..."}
)
_CREDIT = re.compile(r"[\[(](?:[^\[\]()\n]*/[^\[\]()\n]*|[A-Z][A-Z\s,.]*[A-Z])[\])](?=\s*(?:\n|$))")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|^@\w|\w\.(?:com|org|net)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as token positions ``[start, end)``, and whether it is set like a headline."""

    start: int
    end: int
    headline: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Parallel lists, one entry a token.

    Attributes:
        text, lower, tag: Form, case-folded form, Penn tag.
        start, end: Offsets into the article's text, ``[start, end)``.
        label: ``PER``, ``ORG``, ``LOC`` or empty, as the pipeline's recognizer has it.
        opens: Whether a capital letter says nothing here, because a sentence or quotation may begin.
        silent: Whether the token lies in a credit or an address, where no name is read.
        lines: Paragraphs in order.
        article: The text itself.
    """

    text: list[str]
    lower: list[str]
    tag: list[str]
    start: list[int]
    end: list[int]
    label: list[str]
    opens: list[bool]
    silent: list[bool]
    lines: list[Line]
    article: str

    def between(self, start: int, end: int) -> str:
        """The article's words from token ``start`` to before token ``end``."""
        return self.article[self.start[start] : self.end[end - 1]]

    def joined(self, left: int) -> bool:
        """Whether no white space follows this token before the next."""
        return left + 1 < len(self.text) and self.end[left] == self.start[left + 1]


def page(doc: Doc) -> Page:
    """The tokens of a parsed article."""
    text, start = column(doc, "ORTH"), offsets(doc)
    lines = list(_lines(text))
    return Page(
        text=text,
        lower=[word.casefold() for word in text],
        tag=column(doc, "TAG"),
        start=start,
        end=[offset + len(word) for offset, word in zip(start, text, strict=True)],
        label=column(doc, "ENT_TYPE"),
        opens=_openings(text, lines),
        silent=_silences(text_of(doc), text, start),
        lines=lines,
        article=text_of(doc),
    )


def _lines(text: list[str]) -> list[Line]:
    found: list[Line] = []
    first = 0
    for position, word in enumerate([*text, "\n"]):
        if "\n" in word or "\r" in word:
            if position > first:
                found.append(Line(first, position, headline=_is_headline(text[first:position])))
            first = position + 1
    return found


def _is_headline(words: list[str]) -> bool:
    """Whether capitals are too common in the line to tell names, so that only known names count."""
    longer = [word for word in words if word.isalpha() and len(word) >= LONGER]
    if not any(word.islower() for word in words) and len(words) <= HEADLINE_WORDS:
        return words[0].isupper() and words[0].isalpha()
    if len(longer) < HEADLINE_WORDS:
        return False
    share = HEADLINE_SHARE if words[-1][-1] not in _ENDS else FULL_STOP_SHARE
    return sum(word[0].isupper() for word in longer) >= share * len(longer)


def _openings(text: list[str], lines: list[Line]) -> list[bool]:
    opens = [False] * len(text)
    for line in lines:
        for position in range(line.start, line.end):
            before = position - 1
            while before > line.start and text[before].isspace():
                before -= 1
            opens[position] = position == line.start or text[before] in _OPENING
    return opens


def _silences(article: str, text: list[str], start: list[int]) -> list[bool]:
    silent = [not word.isalpha() and _ADDRESS.search(word) is not None for word in text]
    for found in _CREDIT.finditer(article):
        for position in range(bisect_left(start, found.start()), bisect_left(start, found.end())):
            silent[position] = True
    return silent
