"""Gives quotations their owners: the reporting clause beside each, or the one before it.

A quotation belongs to the clause that touches it ("...," she said; she said: "..."). A quotation that touches none but
is a sentence of its own floats: it belongs to whoever spoke last. Quoted fragments inside reported speech are
part of that speech; others ("so-called" words) are nobody's.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.cues import Frame
from kg.extract.attribution.phrases import Stretch, has_finite
from kg.extract.attribution.quotations import Quotation
from kg.extract.attribution.reports import Report

_TITLE = 5  # tokens
_SENTENCE_END = frozenset(".?!…")
_FRAGMENT = 3  # words: a shorter quotation right after a verb is an object, not speech


class Speech(NamedTuple):
    """A quotation with its owner; ``lead`` are words before the marks that belong to what is said."""

    quotation: Quotation
    report: Report
    lead: Stretch | None = None


def stretch_of(doc: Doc, quotation: Quotation) -> Stretch:
    """The tokens of a quotation, marks included."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def speeches(doc: Doc, quotations: Sequence[Quotation], reports: Sequence[Report]) -> list[Speech]:
    """The quotations that somebody speaks, with their owners, in order."""
    found: list[Speech] = []
    stretches = [stretch_of(doc, quotation) for quotation in quotations]
    for number, quotation in enumerate(quotations):
        place = stretches[number]
        previous = found[-1] if found else None
        touching = _tag_after(doc, quotation, place, reports) or _tag_before(
            doc, quotation, place, reports
        )
        if touching is not None:
            lead = _lead(doc, place, touching)
            found.append(Speech(quotation, touching, lead))
        elif _is_sentence(doc, quotation, place):
            owner = _floating(doc, quotation, place, previous, reports)
            if owner is not None:
                found.append(Speech(quotation, owner))
    return found


def _tag_after(
    doc: Doc, quotation: Quotation, place: Stretch, reports: Sequence[Report]
) -> Report | None:
    """The clause right after: "...," she said."""
    at = place[1]
    while at < len(doc) and doc[at].is_punct and doc[at].text in {",", "-", "--", "–", "—"}:
        at += 1
    last = quotation.inner.cut(doc.text)[-1]
    for report in reports:
        if not _follows(doc, at, report) or Frame.CLAUSE not in report.frames:
            continue
        ends_sentence = report.clause[1] >= doc[at].sent.end - 1
        if last != "." or ends_sentence:
            return report
    return None


def _follows(doc: Doc, at: int, report: Report) -> bool:
    """Whether a clause begins here, or after words of a title that the parser left out of its source."""
    start = report.clause[0]
    between = doc[at:start] if at <= start <= at + _TITLE else None
    return between is not None and all(
        token.pos_ in {"NOUN", "PROPN", "ADJ", "DET"} for token in between
    )


def _tag_before(
    doc: Doc, quotation: Quotation, place: Stretch, reports: Sequence[Report]
) -> Report | None:
    """The clause right before: she said: "..."; or one that a colon or comma leads on from."""
    start = place[0]
    words = len(quotation.inner.cut(doc.text).split())
    for report in reversed(reports):
        if not report.clause[1] <= start or start - report.clause[1] > _REACH:
            continue
        between = doc[report.clause[1] : start]
        marks = "".join(token.text for token in between if not token.is_space)
        if (
            marks.lower() in {"", ",", ":", "that", ",that", "that:", "―"}
            and Frame.CLAUSE in report.frames
        ):
            return report if words >= _FRAGMENT or marks in {",", ":"} else None
        if marks.endswith((":", ",")) and not has_finite(doc, (between.start, between.end)):
            same = ":" in marks or between.start >= doc[start - 1].sent.start
            return report if same and Frame.CLAUSE in report.frames and words >= _FRAGMENT else None
    return None


_REACH = 20  # tokens between a clause and the quotation that a colon or comma leads on to


def _lead(doc: Doc, place: Stretch, report: Report) -> Stretch | None:
    """Words of the same sentence before a fragment whose tag follows: Obamacare is "a mess," he said."""
    if report.clause[0] < place[1]:
        return None
    start = doc[place[0]].sent.start
    if start >= place[0] or doc[place[0] - 1].is_sent_start is None:
        return None
    before = doc[start : place[0]]
    words = [token for token in before if token.is_alpha]
    return (
        (start, place[0])
        if len(words) > 1 and not any(token.is_quote for token in before)
        else None
    )


def _is_sentence(doc: Doc, quotation: Quotation, place: Stretch) -> bool:
    """Whether a quotation stands as a sentence of its own."""
    before = place[0] - 1
    while before >= 0 and doc[before].is_space:
        before -= 1
    inner = quotation.inner.cut(doc.text)
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


def _floating(
    doc: Doc,
    quotation: Quotation,
    place: Stretch,
    previous: Speech | None,
    reports: Sequence[Report],
) -> Report | None:
    """Whoever spoke last: in this paragraph, or in the one that leads on to it."""
    last = next((report for report in reversed(reports) if report.cue[1] <= place[0]), None)
    if last is not None and last.cue[0] >= _paragraph_start(doc, quotation):
        return last
    if previous is not None and previous.quotation.continued:
        return previous.report
    if last is None:
        return None
    # A paragraph that opens with a quotation goes on with the speaker of the paragraph right before it.
    text = doc.text[: quotation.paragraph].rstrip()
    begin = text.rfind("\n") + 1
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
