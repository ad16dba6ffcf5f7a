"""Finds what an article states on its own authority: sentences with a figure or an event that nobody is cited for."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from kg.extract.attribution.confidence import NARRATED
from kg.extract.attribution.phrases import has_finite, sentence_of, span_of, trimmed
from kg.extract.overlaps import Overlaps
from kg.language.paragraphs import text_of
from kg.model import Attribution, Span, Style

_SHORTEST = 5  # tokens


def narrations(
    doc: Doc,
    taken: Sequence[Span],
    said: Sequence[str],
    facts: Sequence[Span],
    doubts: Sequence[tuple[Span, float]] = (),
) -> Iterator[Attribution]:
    """Narrated statements, in order, as attributions without cue and source.

    Args:
        doc: The analysed text.
        taken: Quotations, contents, cues and sources: a sentence that touches one is not narrated.
        said: The words of claims made elsewhere: a pull quote or caption that repeats them is left out.
        facts: Figures and events; a narrated statement has at least one.
        doubts: Places that somebody may be cited for after all, with how likely that is. A statement that touches one is
            less likely to be the article's own: its confidence is the share in which nobody is.
    """
    words, seen = text_of(doc), set[str]()
    told, others = Overlaps(facts), Overlaps(taken)
    for sentence in doc.sents:
        near = told.at(sentence.start_char, sentence.end_char)
        span = _statement(doc, sentence) if near else None
        if span is None or not any(span.covers(facts[i]) for i in near):
            continue
        text = span.cut(words)
        if (
            text in seen
            or any(span.overlaps(taken[i]) for i in others.at(span.start, span.end))
            or any(text in other for other in said)
        ):
            continue
        seen.add(text)
        cited = max((likely for doubt, likely in doubts if span.overlaps(doubt)), default=0)
        sure = round(NARRATED * (1 - cited), 4)
        yield Attribution(content=span, style=Style.NARRATED, confidence=sure)


def _statement(doc: Doc, sentence: Tokens) -> Span | None:
    """The sentence without dateline and final punctuation, if it is a declarative sentence with a finite verb."""
    if sentence[-1].is_space and len(sentence) == 1:
        return None
    stretch = trimmed(doc, sentence_of(sentence.root))
    if stretch is None or stretch[1] - stretch[0] < _SHORTEST:
        return None
    ends_well = any(token.text in {".", "!"} for token in doc[stretch[1] : sentence.end])
    return span_of(doc, stretch) if has_finite(doc, stretch) and ends_well else None
