"""Gives quotations their owners: the reporting clause beside each, or the one before it.

A quotation belongs to the clause that touches it ("...," she said; she said: "..."). A quotation that touches none but
is a sentence of its own floats: it belongs to whoever spoke last. Quoted fragments inside reported speech are
part of that speech; others ("so-called" words) are nobody's.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.cues import Frame
from kg.extract.attribution.phrases import Stretch, has_finite
from kg.extract.attribution.reports import Report
from kg.language.paragraphs import sentence_bounds, sentence_start, text_of
from kg.language.quotations import Quotation

_TITLE = 5  # tokens
_NEAR = 100  # tokens around a quotation within which its tag stands; on 120 articles of PolNeAR train no other is found
_REACH = 20  # tokens between a clause and the quotation that a colon or comma leads on to
_SENTENCE_END = frozenset(".?!…")
_SHORT_WORD = 4  # letters: shorter words of a title may be in lower case
_LINE = 12  # words of a line in a quick exchange; set by hand, news has few and fiction many
_MARKS = frozenset("\"“‘'„«")
_FRAGMENT = 3  # words: a shorter quotation right after a verb is an object, not speech


class Speech(NamedTuple):
    """A quotation with its owner; ``lead`` are words before the marks that belong to what is said."""

    quotation: Quotation
    report: Report
    lead: Stretch | None = None


class _Passage(NamedTuple):
    """A quotation, its tokens with the marks, and the words within them."""

    quotation: Quotation
    place: Stretch
    words: str


def stretch_of(doc: Doc, quotation: Quotation) -> Stretch:
    """The tokens of a quotation, marks included."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def speeches(doc: Doc, quotations: Sequence[Quotation], reports: Sequence[Report]) -> list[Speech]:
    """The quotations that somebody speaks, with their owners, in order."""
    found: list[Speech] = []
    cues, text = [report.cue[0] for report in reports], text_of(doc)
    for quotation in quotations:
        place = stretch_of(doc, quotation)
        passage = _Passage(quotation, place, quotation.inner.cut(text))
        previous = found[-1] if found else None
        first, last = bisect_left(cues, place[0] - _NEAR), bisect_left(cues, place[1] + _NEAR)
        near = reports[first:last]
        touching = _tag_after(doc, passage, near) or _tag_before(doc, passage, near)
        if touching is not None:
            lead = _lead(doc, place, touching)
            found.append(Speech(quotation, touching, lead))
        elif _is_sentence(doc, passage) and not _is_title(passage.words):
            before = bisect_left(cues, place[0])
            heard = reports[before - 1] if before else None
            owner = _answering(passage, found, text)
            owner = owner or _floating(doc, passage, previous, heard, text)
            if owner is not None:
                found.append(Speech(quotation, owner))
    return found


def _tag_after(doc: Doc, passage: _Passage, reports: Sequence[Report]) -> Report | None:
    """The clause right after: "...," she said."""
    at = passage.place[1]
    while at < len(doc) and doc[at].is_punct and doc[at].text in {",", "-", "--", "–", "—"}:
        at += 1
    for report in reports:
        if not _follows(doc, at, report) or Frame.CLAUSE not in report.frames:
            continue
        ends_sentence = report.clause[1] >= sentence_bounds(doc[at])[1] - 1
        if passage.words[-1] != "." or ends_sentence:
            return report
    return None


def _follows(doc: Doc, at: int, report: Report) -> bool:
    """Whether a clause begins here, or after words of a title that the parser left out of its source."""
    start = report.clause[0]
    between = doc[at:start] if at <= start <= at + _TITLE else None
    return between is not None and all(
        token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"} for token in between
    )


def _tag_before(doc: Doc, passage: _Passage, reports: Sequence[Report]) -> Report | None:
    """The clause right before: she said: "..."; or one that a colon or comma leads on from."""
    start = passage.place[0]
    words = len(passage.words.split())
    for report in reversed(reports):
        if not report.clause[1] <= start or start - report.clause[1] > _REACH:
            continue
        closed = any(t.text in _SENTENCE_END for t in doc[report.cue[1] : report.clause[1]])
        if closed and doc[report.cue[0]].idx < passage.quotation.paragraph:
            return None  # sentence and paragraph of the clause are over
        between = doc[report.clause[1] : start]
        marks = "".join(token.text for token in between if not token.is_space)
        if (
            marks.lower() in {"", ",", ":", "that", ",that", "that:", "―"}
            and Frame.CLAUSE in report.frames
        ):
            if not marks and _is_title(passage.words):
                return None
            return report if words >= _FRAGMENT or marks in {",", ":"} else None
        if marks.endswith((":", ",")) and not has_finite(doc, (between.start, between.end)):
            same = ":" in marks or between.start >= sentence_start(doc[start - 1])
            return report if same and Frame.CLAUSE in report.frames and words >= _FRAGMENT else None
    return None


def _is_title(words: str) -> bool:
    """Whether the words are set like the title of a book or film: every long word has a capital.

    A full stop or comma within the marks is the sentence's: on "State of the Union."
    """
    words = words.rstrip(".,")
    small = [word for word in words.split() if not word[0].isupper()]
    capitals = len(words.split()) - len(small)
    return capitals > 1 and words[-1] not in "?!…" and all(len(w) < _SHORT_WORD for w in small)


def _lead(doc: Doc, place: Stretch, report: Report) -> Stretch | None:
    """Words of the same sentence before a fragment whose tag follows: Obamacare is "a mess," he said."""
    if report.clause[0] < place[1]:
        return None
    start = sentence_start(doc[place[0]])
    if start >= place[0] or doc[place[0] - 1].is_sent_start is None:
        return None
    before = doc[start : place[0]]
    if before[-1].text in _SENTENCE_END:
        return None
    words = [token for token in before if token.is_alpha]
    return (
        (start, place[0])
        if len(words) > 1 and not any(token.is_quote for token in before)
        else None
    )


def _is_sentence(doc: Doc, passage: _Passage) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    quotation, place, inner = passage
    before = place[0] - 1
    while before >= 0 and doc[before].is_space:
        before -= 1
    opens = (
        before < 0
        or doc[place[0] - 1].is_space
        or doc[before].text[-1] in _SENTENCE_END
        or doc[before].is_quote
    )
    return (
        opens
        and len(inner.split()) >= _FRAGMENT
        and (inner[-1] in _SENTENCE_END or quotation.continued)
    )


def _answering(passage: _Passage, found: Sequence[Speech], text: str) -> Report | None:
    """In a quick exchange of two, whoever spoke before the last: short lines that each fill a paragraph."""
    last = _exchanged(passage.quotation.start, found, text)
    if last is None or len(passage.words.split()) > _LINE or not _fills(passage, text):
        return None
    first = next(
        (s for s in reversed(found) if s.quotation.paragraph < last.quotation.paragraph), None
    )
    if first is None or _exchanged(last.quotation.paragraph, [first], text) is None:
        return None
    named = [_source_text(speech) for speech in (first, last)]
    return first.report if None not in named and named[0] != named[1] else None


def _exchanged(before: int, found: Sequence[Speech], text: str) -> Speech | None:
    """The last speech found, if it is a short line in the paragraph right before an offset."""
    if not found:
        return None
    last = found[-1]
    start, end = last.quotation.paragraph, last.quotation.end
    stop = text.find("\n", end)
    line = text[start : len(text) if stop == -1 else stop]
    near = stop != -1 and not text[stop:before].strip()
    quoted = len(last.quotation.inner.cut(text).split())
    short = quoted <= _LINE and len(line.split()) <= 2 * _LINE
    return last if near and short and not last.quotation.continued and line[:1] in _MARKS else None


def _fills(passage: _Passage, text: str) -> bool:
    """Whether a quotation is all of its paragraph."""
    start, end = passage.quotation.start, passage.quotation.end
    stop = text.find("\n", end)
    around = (
        text[passage.quotation.paragraph : start] + text[end : len(text) if stop == -1 else stop]
    )
    return not around.strip()


def _source_text(speech: Speech) -> str | None:
    source, doc = speech.report.source, speech.report.head.doc
    return None if source is None else doc[slice(*source)].text.casefold()


def _floating(
    doc: Doc,
    passage: _Passage,
    previous: Speech | None,
    last: Report | None,
    text: str,
) -> Report | None:
    """Whoever spoke last: in this paragraph, or in the one that leads on to it."""
    quotation, place = passage.quotation, passage.place
    if last is not None and last.cue[0] >= _paragraph_start(doc, quotation):
        return last
    if previous is not None and previous.quotation.continued:
        return previous.report
    if last is None:
        return None
    # A paragraph that opens with a quotation goes on with the speaker of the paragraph right before it.
    end = quotation.paragraph
    while end > 0 and text[end - 1].isspace():
        end -= 1
    begin = text.rfind("\n", 0, end) + 1
    return (
        last
        if doc[last.cue[0]].idx >= begin and place[0] == _paragraph_start(doc, quotation)
        else None
    )


def _paragraph_start(doc: Doc, quotation: Quotation) -> int:
    """The index of the first token of the quotation's paragraph."""
    span = doc.char_span(quotation.paragraph, quotation.paragraph + 1, alignment_mode="expand")
    return span.start if span is not None else 0


def touches(doc: Doc, speech: Speech) -> bool:
    """Whether the owner's clause stands beside the quotation, or leads on to it by "that" alone."""
    start, end = stretch_of(doc, speech.quotation)
    clause = speech.report.clause
    between = doc[clause[1] : start] if clause[1] <= start else doc[end : clause[0]]
    return not any(token.is_alpha and token.lower_ != "that" for token in between)
