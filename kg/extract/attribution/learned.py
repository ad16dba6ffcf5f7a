"""Turns what the network takes for attributions into attributions.

The network (``kg.language.labels``) marks tokens; here they become spans of characters without the marks around them, with a
style, and with what the cue says of the claim. A cue that no list knows reports a state of mind, unless it tags a
quotation.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.cues import nouns, verbs, words
from kg.extract.attribution.phrases import (
    VERBAL,
    Stretch,
    has_lemma,
    is_time,
    lemma,
    span_of,
    trimmed,
)
from kg.extract.attribution.relays import is_passive, without_relay
from kg.extract.attribution.trimming import said
from kg.language.labels import Statement
from kg.language.paragraphs import text_of
from kg.language.quotations import Quotation, overlapping
from kg.model import Attribution, Modality, Span, Style

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
    marked = (said(doc, part, statement.cue, quotations) for part in statement.contents)
    parts = [span for span in marked if span is not None]
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
    shown = source is not None and _is_circumstance(doc, cue, source)
    if source is not None and (shown or _is_nobody(doc, cue, source)):
        source = None
    if is_citation(doc, cue, content) or is_withheld(doc, cue, content) or is_supposed(doc, cue):
        return None
    modality = modality_of(doc, cue, style)
    unsaid = shown or not _has_verb(doc, content) or _is_unsaid(doc, cue)
    if style is not Style.DIRECT and unsaid:
        modality = Modality.ATTITUDE
    return Attribution(
        content=content,
        cue=span_of(doc, cue),
        source=source,
        via=via,
        style=style,
        modality=modality,
    )


def _is_circumstance(doc: Doc, cue: Stretch, source: Span) -> bool:
    """Whether what shows something is a circumstance and nobody: "this suggests that"."""
    pointing = source.cut(text_of(doc)).lower() in words("demonstratives")
    return pointing and has_lemma(doc[cue[0] : cue[1]], words("showing"))


def _is_nobody(doc: Doc, cue: Stretch, source: Span) -> bool:
    """Whether what seems a source is a day, or of whom something is said: "Ada is said to have left"."""
    words_of = doc.char_span(source.start, source.end, alignment_mode="expand") or ()
    if all(is_time(token) or token.like_num or token.is_punct for token in words_of):
        return True
    if _leads_to_infinitive(doc, cue):
        return True
    verb = next((token for token in doc[cue[0] : cue[1]] if token.tag_ == "VBN"), None)
    if verb is None or lemma(verb) in words("relaying") or not is_passive(verb):
        return False
    return any(c.dep_ == "nsubj:pass" and c in words_of for c in verb.children)


def _leads_to_infinitive(doc: Doc, cue: Stretch) -> bool:
    """Whether "said" has the infinitive that only its passive takes, as in headlines: "Varn said to weigh bid for rival"."""
    last, after = doc[cue[1] - 1], doc[cue[1] : cue[1] + 2]
    return (
        last.lower_ == "said"
        and [token.lower_ for token in after[:1]] == ["to"]
        and after[-1].tag_ == "VB"
    )


def is_citation(doc: Doc, cue: Stretch, content: Span) -> bool:
    """Whether a cue of handing on has nothing but whom it cites: "citing an official who asked not to be named".

    What it quotes her as saying is found by rule.
    """
    if not has_lemma(doc[cue[0] : cue[1]], words("relaying")):
        return False
    told = doc.char_span(*content.parts[0], alignment_mode="expand") or ()
    for token in told[1:]:
        if token.lower_ in words("saying") and token.nbor(-1).lower_ == "as":
            return True
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
    neither = doc[max(cue[0] - 1, 0)].lower_ == "neither" or doc[cue[0]].lower_ == "neither"
    if neither and lemma(doc[cue[1] - 1]) == "deny":  # "neither confirmed nor denied"
        return True
    avoids = told[0].lower_ == "not" or has_lemma(doc[cue[0] : cue[1]], words("avoiding"))
    return avoids and has_lemma(told[:_OPENING], words("withheld"))


def is_supposed(doc: Doc, cue: Stretch) -> bool:
    """Whether something is only supposed, or said by everybody: "let's say it rained", "Say it rained", "it goes without saying"."""
    verb = doc[cue[1] - 1]
    if lemma(verb) != "say":
        return False
    if verb.tag_ == "VBG":
        return verb.i > 0 and verb.nbor(-1).lower_ == "without"
    invited = any(token.lower_ == "let" for token in doc[max(verb.i - 2, 0) : verb.i])
    return verb.lower_ == "say" and (invited or bool(verb.is_sent_start))


def _has_verb(doc: Doc, content: Span) -> bool:
    return any(
        token.pos_ in VERBAL
        for part in content.parts
        for token in doc.char_span(*part, alignment_mode="expand") or ()
    )


def _is_unsaid(doc: Doc, cue: Stretch) -> bool:
    """Whether nothing was said: "has not said what", "never told them"; but not "did not rule out", "does not believe"."""
    tokens = doc[cue[0] : cue[1]]
    silent = any(lemma(t) in words("plain") or lemma(t) in words("withheld") for t in tokens)
    return silent and any(token.lower_ in words("not") for token in tokens)


def style_of(content: Span, quotations: Sequence[Quotation]) -> Style:
    """Direct where all of it stands in quotation marks, mixed where some of it does."""
    near = overlapping(quotations, content.start, content.end)
    marks = [Span.of(quotation.start, quotation.end) for quotation in near]
    within = [span for span in marks if content.overlaps(span)]
    if not within:
        return Style.INDIRECT
    marked = Span.join(within)
    return Style.DIRECT if marked.covers(content) else Style.MIXED


def modality_of(doc: Doc, cue: Stretch, style: Style) -> Modality:
    """What a cue says of the claim: what its main word does, unless a verb denies it ("rejected claims that")."""
    tokens = doc[cue[0] : cue[1]]
    told = {token: verbs().get(lemma(token)) for token in tokens if token.tag_.startswith("VB")}
    if any(known is not None and known[0] is Modality.DENIED for known in told.values()):
        return Modality.DENIED
    for token in sorted(tokens, key=lambda token: token != tokens.root):
        known = verbs().get(lemma(token)) if token.pos_ in VERBAL else None
        if known is not None:
            return known[0]
        if token.pos_ == "NOUN" and lemma(token) in nouns():
            return nouns()[lemma(token)]
        if lemma(token) in words("voicing") or token.lower_ == "according":
            return Modality.ASSERTED
    return Modality.ASSERTED if style is Style.DIRECT else Modality.ATTITUDE
