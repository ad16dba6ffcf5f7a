"""Turns what the network takes for attributions into attributions.

The network (``kg.language.labels``) marks tokens; here they become spans of characters without the marks around them, with a
style, and with what the cue says of the claim. A cue that no list knows reports a state of mind, unless it tags a
quotation.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.cues import nouns, verbs, words
from kg.extract.attribution.phrases import VERBAL, Stretch, after_dateline, lemma, span_of, trimmed
from kg.extract.attribution.relays import without_relay
from kg.language.labels import Part, Statement
from kg.language.paragraphs import text_of
from kg.language.quotations import Quotation
from kg.model import Attribution, Modality, Span, Style

_OPENS, _CLOSES = "\"“‘„«'`", "\"”’»'"
_WHEN = frozenset({"later", "earlier", "afterwards"})
_STOPS = ",.;:"
_OPENING = 4  # tokens: "not to be named"


class Learned(NamedTuple):
    """An attribution with what the network believes of its parts, 0 to 1."""

    attribution: Attribution
    cue: float
    source: float
    content: float


def learned(doc: Doc, quotations: Sequence[Quotation]) -> list[Learned]:
    """The attributions that the network found, in order of their cues; contents may overlap."""
    found = []
    for statement in doc._.statements:
        made = _attribution(doc, statement, quotations)
        if made is not None:
            source = max((part.probability for part in statement.sources), default=0.0)
            content = min(part.probability for part in statement.contents)
            found.append(Learned(made, statement.cue.probability, source, content))
    return found


def _attribution(
    doc: Doc, statement: Statement, quotations: Sequence[Quotation]
) -> Attribution | None:
    told = (_without_cue(part, statement.cue) for part in statement.contents)
    spans = (span for part in told if (span := _content(doc, part)) is not None)
    parts = [_closed(doc, span, quotations) for span in spans]
    if not parts:
        return None
    content = Span.join(parts)
    style = style_of(content, quotations)
    source: Span | None = None
    via: tuple[Span, ...] = ()
    if statement.sources:
        likeliest = max(statement.sources, key=lambda part: part.probability)
        stretch = trimmed(doc, (likeliest.first, likeliest.last))
        if stretch is not None:
            named, relays = without_relay(doc, stretch)
            source, via = span_of(doc, named), tuple(span_of(doc, relay) for relay in relays)
    cue = trimmed(doc, (statement.cue.first, statement.cue.last))
    if cue is None:
        cue = (statement.cue.first, statement.cue.last)
    if is_citation(doc, cue, content) or is_withheld(doc, cue, content):
        return None
    modality = modality_of(doc, cue, style)
    if style is not Style.DIRECT and (not _has_verb(doc, content) or _is_unsaid(doc, cue)):
        modality = Modality.ATTITUDE
    return Attribution(
        content=content,
        cue=span_of(doc, cue),
        source=source,
        via=via,
        style=style,
        modality=modality,
    )


def _without_cue(part: Part, cue: Part) -> Part:
    """The part, or the longer side of it where the cue stands in its midst: nothing said is its own attribution."""
    if not part.first <= cue.first < cue.last <= part.last:
        return part
    if part.last - cue.last >= cue.first - part.first:
        return part._replace(first=cue.last)
    return part._replace(last=cue.first)


def _content(doc: Doc, part: Part) -> Span | None:
    """The characters of a part of a content, without marks and white space around it."""
    text = text_of(doc)
    opening = max(part.first, after_dateline(doc[part.first].sent))
    if doc[opening].lower_ in _WHEN and opening + 1 < part.last:  # "said later there was none"
        opening += doc[opening + 1].pos_ in {"PRON", "DET", "PROPN", "NOUN"}
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


def _closed(doc: Doc, span: Span, quotations: Sequence[Quotation]) -> Span:
    """The words of a quotation that a comma closes, without what tells whose it is: "It fell," one of them, Ada, said."""
    text = text_of(doc)
    for quotation in quotations:
        end = quotation.inner.end
        if not quotation.start <= span.start <= quotation.inner.start or span.end <= quotation.end:
            continue
        comma = text[end - 1] == "," or text[quotation.end : quotation.end + 1] == ","
        rest = doc.char_span(quotation.end, span.end, alignment_mode="expand") or ()
        if comma and not any(token.pos_ in VERBAL for token in rest):
            return Span.of(quotation.inner.start, end - (text[end - 1] == ","))
    return span


def is_citation(doc: Doc, cue: Stretch, content: Span) -> bool:
    """Whether a cue of handing on has nothing but whom it cites: "citing an official who asked not to be named"."""
    if not any(lemma(token) in words("relaying") for token in doc[cue[0] : cue[1]]):
        return False
    told = doc.char_span(*content.parts[0], alignment_mode="expand") or ()
    for token in told[1:]:
        before = token.nbor(-1)
        if token.lower_ in {"who", "whom"} and (
            before.pos_ in {"NOUN", "PROPN"} or before.lower_ == "of"
        ):
            return True
        if token.pos_ in VERBAL:
            return False
    return not _has_verb(doc, content)


def is_withheld(doc: Doc, cue: Stretch, content: Span) -> bool:
    """Whether an act of speech or a name is refused: "declined to comment", "on condition that she not be named"."""
    told = doc.char_span(*content.parts[0], alignment_mode="expand")
    if told is None:
        return False
    if told.start and doc[told.start - 1].lower_ == "condition":
        return True
    avoids = told[0].lower_ == "not" or any(
        lemma(token) in words("avoiding") for token in doc[cue[0] : cue[1]]
    )
    return avoids and any(lemma(token) in words("withheld") for token in told[:_OPENING])


def _has_verb(doc: Doc, content: Span) -> bool:
    return any(
        token.pos_ in VERBAL
        for part in content.parts
        for token in doc.char_span(*part, alignment_mode="expand") or ()
    )


def _is_unsaid(doc: Doc, cue: Stretch) -> bool:
    """Whether nothing was said: "has not said what", "never told them"; but not "did not rule out", "does not believe"."""
    tokens = doc[cue[0] : cue[1]]
    silent = any(lemma(token) in words("plain") | words("withheld") for token in tokens)
    return silent and any(token.lower_ in words("not") for token in tokens)


def style_of(content: Span, quotations: Sequence[Quotation]) -> Style:
    """Direct where all of it stands in quotation marks, mixed where some of it does."""
    within = [q for q in quotations if content.overlaps(Span.of(q.start, q.end))]
    if not within:
        return Style.INDIRECT
    marked = Span.join(Span.of(q.start, q.end) for q in within)
    return Style.DIRECT if marked.covers(content) else Style.MIXED


def modality_of(doc: Doc, cue: Stretch, style: Style) -> Modality:
    """What a cue says of the claim."""
    tokens = doc[cue[0] : cue[1]]
    for token in sorted(tokens, key=lambda token: token != tokens.root):
        known = verbs().get(lemma(token)) if token.pos_ in VERBAL else None
        if known is not None:
            return known[0]
        if token.pos_ == "NOUN" and lemma(token) in nouns():
            return nouns()[lemma(token)]
        if lemma(token) in words("voicing") or token.lower_ == "according":
            return Modality.ASSERTED
    return Modality.ASSERTED if style is Style.DIRECT else Modality.ATTITUDE
