"""Finds quotations that are signed: "The sirens came late." — Ana Lindo, nurse.

A signature is a dash behind the closing mark and a name, with at most a few words about it, up to the end of the line. It is
how testimonials, letters and epigraphs name who speaks; the dash is the cue.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.extract.attribution.phrases import without_stop
from kg.language.paragraphs import text_of
from kg.language.quotations import Quotation
from kg.model import Attribution, Span, Style

_SIGNED = re.compile(
    r"[ \t\xa0]*(?P<dash>―|—|–|--?)[ \t\xa0]*(?P<name>[^\W\d_][^\n“”\"]{1,80}?)[ \t\xa0.]*(?:\n|$)"
)
_SENTENCE_END = frozenset(".?!…")


def signed(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    """The signed quotations of a text, in order."""
    text = text_of(doc)
    for quotation in quotations:
        found = _SIGNED.match(text, quotation.end)
        if found is None or text[quotation.inner.end - 1] not in _SENTENCE_END:
            continue
        source = Span.of(*found.span("name"))
        if _is_name(doc, source):
            yield Attribution(
                content=without_stop(text, quotation.inner),
                cue=Span.of(*found.span("dash")),
                source=source,
                style=Style.DIRECT,
            )


def _is_name(doc: Doc, span: Span) -> bool:
    """Whether the words begin with a name."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    return (
        tokens is not None and tokens[0].text[0].isupper() and tokens[0].pos_ in {"PROPN", "NOUN"}
    )
