"""Finds quotations by their marks: straight, curly, British single, and those that run on over paragraphs.

Works on characters, paragraph by paragraph, because a parser is least reliable around quotation marks. Marks inside
a quotation (quotes in quotes) are part of its words. A mark that never closes costs that quotation, not the
article: it is left out and reported as a finding.

The convention that a quotation of several paragraphs opens anew in each and closes only in the last is from
The Chicago Manual of Style, 17th edition, chapter 13.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kg.language.paragraphs import paragraphs
from kg.model import Finding, Span
from kg.model.base import Frozen

_DOUBLE = '"“”„«»'
_SINGLE = "'‘’"
_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]|``")
_OPENING_ONLY = "“„«‘"
_PUNCTUATION = ",.?!…;:—"


class Quotation(Frozen):
    """A quotation within one paragraph.

    Attributes:
        start, end: The place with its marks, half-open.
        inner: The words within the marks, white space at the ends left out.
        paragraph: Start of the paragraph that it stands in.
        continued: Whether the quotation goes on in the next paragraph.
    """

    start: int
    end: int
    inner: Span
    paragraph: int
    continued: bool = False


class Quotations(Frozen):
    """All quotations of a text in order, none within another, and what was left out."""

    quotations: tuple[Quotation, ...] = ()
    findings: tuple[Finding, ...] = ()


def quotations(text: str) -> Quotations:
    """The quotations of a text.

    >>> [q.inner.cut('"No," she said. "Never."') for q in quotations('"No," she said. "Never."').quotations]
    ['No,', 'Never.']
    """
    found: list[Quotation] = []
    findings: list[Finding] = []
    places = [(lines[0][0], lines[-1][1]) for lines in paragraphs(text)]
    for number, (start, end) in enumerate(places):
        following = text[places[number + 1][0]] if number + 1 < len(places) else ""
        for opening, closing in _marked(text, start, end):
            if closing is not None:
                found += _quotation(text, (opening, closing), start)
            elif following == text[opening]:
                found += _quotation(text, (opening, end), start, continued=True)
            elif text[opening] not in _SINGLE:  # a lone apostrophe is no quotation mark
                reason = "this quotation mark is never closed; the words after it were not taken as a quotation"
                findings.append(
                    Finding(
                        code="unclosed-quotation", span=Span.of(opening, opening + 1), reason=reason
                    )
                )
    return Quotations(quotations=tuple(found), findings=tuple(findings))


def overlapping(found: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Those quotations of a text that have a character between start and end, marks counted; in order."""
    first = bisect_right(found, start, key=lambda quotation: quotation.end)
    return found[first : bisect_left(found, end, key=lambda quotation: quotation.start)]


def _quotation(
    text: str, place: tuple[int, int], paragraph: int, *, continued: bool = False
) -> Iterator[Quotation]:
    """The quotation at a place, unless nothing stands between its marks."""
    start, end = place
    left = start + _width(text, start)
    right = end if continued else end - _width(text, end - 1, backwards=True)
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    if left < right:
        yield Quotation(
            start=start,
            end=end,
            inner=Span.of(left, right),
            paragraph=paragraph,
            continued=continued,
        )


def _width(text: str, at: int, *, backwards: bool = False) -> int:
    """Two for a mark made of two apostrophes or backticks, else one."""
    pair = text[at - 1 : at + 1] if backwards else text[at : at + 2]
    return 2 if pair in {"''", "``"} else 1


def _marked(text: str, start: int, end: int) -> Iterator[tuple[int, int | None]]:
    """Pairs of opening and closing offsets (closing excluded, None if there is none) within a paragraph."""
    at = start
    while mark := _MARK.search(text, at, end):
        at = mark.start()
        if not _opens(text, at, start):
            at += 1
            continue
        closing = _closing(text, at, end)
        yield at, closing
        if closing is None and text[at] not in _SINGLE:
            return
        at = closing if closing is not None else at + 1


def _opens(text: str, at: int, start: int) -> bool:
    """Whether a mark opens a quotation: after white space or a bracket and before a word."""
    before = text[at - 1] if at > start else " "
    after = text[at + _width(text, at) : at + _width(text, at) + 1]
    if not (before.isspace() or before in "([—–-/") or not after or after.isspace():
        return False
    return text[at] != "’"


def _closing(text: str, opening: int, end: int) -> int | None:
    """Where the quotation that opens here ends, its mark included; None if it does not."""
    first = opening + _width(text, opening)
    if text[opening] in _SINGLE and text[opening : opening + 2] != "''":
        return _single_closing(text, first, end)
    wide = text[opening : opening + 2] in {"``", "''"}
    for at in range(first, end):
        if wide and text[at : at + 2] == "''":
            return at + 2
        if not wide and text[at] in _DOUBLE and not _opens_within(text, at, end):
            return at + 1
    return None


def _opens_within(text: str, at: int, end: int) -> bool:
    """Whether a double mark inside a quotation can only be another opening one."""
    after = text[at + 1] if at + 1 < end else " "
    return text[at] in _OPENING_ONLY and text[at - 1].isspace() and after.isalnum()


def _single_closing(text: str, first: int, end: int) -> int | None:
    """The end of a single-quoted passage; apostrophes within words and after plurals do not close it.

    The best candidate stands behind punctuation or before it; a mark between a letter other than s and white space
    is next; one behind an s is taken only if nothing better follows.
    """
    fallback = None
    for at in range(first, end):
        if text[at] not in "'’" or text[at - 1].isspace():
            continue
        after = text[at + 1] if at + 1 < end else " "
        if after.isalnum():
            continue
        if text[at - 1] in _PUNCTUATION or after in _PUNCTUATION or text[at - 1] not in "sS":
            return at + 1
        fallback = fallback or at + 1
    return fallback
