"""Cuts what the network marks as said to the very words: without marks, cue, dateline, and what only tells whose they are."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import words
from kg.extract.attribution.phrases import VERBAL, after_dateline, has_lemma, without_stop
from kg.language.labels import Part
from kg.language.paragraphs import sentence_start, text_of
from kg.language.quotations import Quotation, overlapping
from kg.model import Span

_OPENS, _CLOSES = "\"“‘„«'`", "\"”’»'"
_WHEN = frozenset({"later", "earlier", "afterwards"})
_STOPS = ",.;:"
_ASIDES = frozenset({"after", "as", "before", "until", "when", "while"})
_COLON = re.compile(r"[^\n.?!:]*:[^\S\n]*\n\s*")  # a cue up to a paragraph that it leads on to
_OBJECT = 3  # tokens of whom something is told before what the network marks: "told one of | his men that"


def said(doc: Doc, part: Part, cue: Part, quotations: Sequence[Quotation]) -> Span | None:
    """The words of one part of what is said; None where nothing is left.

    Args:
        doc: The analysed text.
        part: What the network marked.
        cue: The cue that it belongs to.
        quotations: Those of the text.
    """
    part = without_cue(part, cue)
    if doc[part.first].tag_ == "POS":  # "called Friday" | "'s decision a win"
        part = part._replace(first=part.first - 1)
    if cue.last <= part.first:
        part = _behind_time(doc, _behind_addressee(doc, part, cue), cue)
    found = _bare(doc, part)
    if found is None:
        return None
    at = doc[cue.first].idx
    found = _set_apart(doc, found, doc[cue.last - 1])
    found = _closed(doc, _in_paragraph(doc, found, at, quotations), quotations)
    return _in_marks(text_of(doc), found, quotations)


def without_cue(part: Part, cue: Part) -> Part:
    """The part, or the longer side of it where the cue stands in its midst: nothing said is its own attribution."""
    if not part.first <= cue.first < cue.last <= part.last:
        return part
    if part.last - cue.last >= cue.first - part.first:
        return part._replace(first=cue.last)
    return part._replace(last=cue.first)


def _behind_addressee(doc: Doc, part: Part, cue: Part) -> Part:
    """The part from its "that" on, where whom it was told stands before it: "told a crowd in Sarn that it rained".

    In PolNeAR train such a content begins with "that" in 169 of 175 cases.
    """
    if not 0 <= part.first - cue.last <= _OBJECT or not has_lemma(
        doc[cue.first : cue.last], words("telling")
    ):
        return part
    for token in doc[part.first : part.last - 1]:
        if token.lower_ == "that" and token.dep_ == "mark":
            return part._replace(first=token.i)
        if token.pos_ in VERBAL or token.is_punct:
            break
    return part


def _behind_time(doc: Doc, part: Part, cue: Part) -> Part:
    """The part without the time of its cue: "said later there was none", "told them this week it fell".

    In PolNeAR train such a time stands outside the content in 203 of 215 cases.
    """
    first, opening = part.first, doc[part.first].lower_
    parted = any(token.text in _STOPS or token.is_quote for token in doc[cue.last : first])
    if parted or first + 2 >= part.last:
        return part
    if opening in _WHEN | words("days"):
        first += 1
    elif opening in words("which-period"):
        first += 2 * (doc[first + 1].lower_ in words("periods") | words("days"))
    opens = doc[first].pos_ in {"PRON", "DET", "PROPN", "NOUN"} or doc[first].dep_ == "mark"
    return part._replace(first=first) if opens else part


def _bare(doc: Doc, part: Part) -> Span | None:
    """The characters of a part of a content, without marks and white space around it."""
    text = text_of(doc)
    opening = max(part.first, after_dateline(doc, sentence_start(doc[part.first])))
    if opening >= part.last:  # nothing but a dateline, or nothing at all
        return None
    first, last = doc[opening], doc[part.last - 1]
    start, end = first.idx, last.idx + len(last.text)
    changed = True
    while changed and start < end:
        changed = False
        if text[start].isspace() or text[start] in _STOPS:
            start, changed = start + 1, True
        elif text[end - 1].isspace() or (
            text[end - 1] in _STOPS and not text[start:end].endswith("..")
        ):
            end, changed = end - 1, True
        elif text[start] in _OPENS and not any(
            mark in _CLOSES for mark in text[start + 1 : end - 1]
        ):
            start, changed = start + 1, True
        elif text[end - 1] in _CLOSES and not any(
            mark in _OPENS for mark in text[start + 1 : end - 1]
        ):
            end, changed = end - 1, True
    return Span.of(start, end) if any(c.isalnum() for c in text[start:end]) else None


def _in_paragraph(doc: Doc, span: Span, cue: int, quotations: Sequence[Quotation]) -> Span:
    """The words of the cue's paragraph, where what is said outside quotation marks begins in a heading before it."""
    text = text_of(doc)
    start = text.rfind("\n", 0, cue) + 1
    if not span.start < start < span.end <= cue:
        return span
    if overlapping(quotations, start, start + 1):
        return span
    if text[span.start : start].rstrip()[-1:] in ".?!":
        return span
    return Span.of(start, span.end)


def _set_apart(doc: Doc, span: Span, cue: Token) -> Span:
    """The whole paragraph, where it is a quotation set apart without marks: She added: ⏎ It fell. Nobody saw it."""
    text, at = text_of(doc), cue.idx
    end = text.find("\n", span.end)
    end = len(text.rstrip()) if end == -1 else end
    if not _COLON.fullmatch(text, at, max(span.start, at)) or span.end >= end:
        return span
    return without_stop(text, Span.of(span.start, end))


def _closed(doc: Doc, span: Span, quotations: Sequence[Quotation]) -> Span:
    """The words of a quotation that a comma closes, without what tells whose it is: "It fell," one of them, Ada, said.

    Nor, where a whole sentence is quoted, when it was said: "Get down," until they are out of sight.
    """
    text = text_of(doc)
    for quotation in overlapping(quotations, span.start, span.end):
        end = quotation.inner.end
        if not quotation.start <= span.start <= quotation.inner.start or span.end <= quotation.end:
            continue
        comma = text[end - 1] == "," or text[quotation.end : quotation.end + 1] == ","
        rest = doc.char_span(quotation.end, span.end, alignment_mode="expand") or ()
        aside = text[quotation.inner.start].isupper() and next(
            (token.lower_ in _ASIDES for token in rest if token.is_alpha), False
        )
        if comma and (aside or not any(token.pos_ in VERBAL for token in rest)):
            return Span.of(quotation.inner.start, end - (text[end - 1] == ","))
    return span


def _in_marks(text: str, span: Span, quotations: Sequence[Quotation]) -> Span:
    """The words within the marks, where all of them stand in one quotation."""
    for quotation in overlapping(quotations, span.start, span.end):
        inner = quotation.inner
        if quotation.start <= span.start < inner.start and inner.start < span.end <= quotation.end:
            return without_stop(text, Span.of(inner.start, min(span.end, inner.end)))
    return span
