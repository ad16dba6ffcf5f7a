"""Turns attributions into claims: who speaks, through whom, what it says in comparable form; and narrated claims.

A sentence that nobody is made to answer for but that states a figure or an event is claimed by the article itself.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.disputes import disputes
from kg.extract.attribution.phrases import Stretch, span_of
from kg.extract.factuality import modality, polarity
from kg.extract.introductions import named_next
from kg.extract.layout import captions
from kg.extract.narration import narrations
from kg.extract.overlaps import Overlaps
from kg.extract.refusals import Refused
from kg.extract.speakers import Cast
from kg.language.paragraphs import sentence_bounds, sentence_start
from kg.language.quotations import Quotation
from kg.model import (
    Article,
    Attribution,
    Claim,
    EntityKind,
    Modality,
    Quantity,
    Referent,
    Refusal,
    Span,
    When,
)
from kg.model.identifiers import mint

_CLOCK_REACH = 60  # characters around a cue within which a date says when it was said


class Reading(NamedTuple):
    """What the other modules found in an article; ``doubted`` are the attributions that give no claim."""

    doc: Doc
    quotations: Sequence[Quotation]
    attributions: Sequence[Attribution]
    referents: Sequence[Referent]
    quantities: Sequence[Quantity]
    times: Sequence[tuple[Span, When]]
    doubted: Sequence[Attribution] = ()
    refused: Sequence[Refused] = ()


class _Facts:
    """The figures and mentions of an article, by their places."""

    def __init__(self, reading: Reading) -> None:
        self._quantities = reading.quantities
        self._mentions = [
            (mention, who.id) for who in reading.referents for mention in who.mentions
        ]
        self._figures = Overlaps([quantity.span for quantity in self._quantities])
        self._places = Overlaps([mention for mention, _ in self._mentions])

    def quantities(self, content: Span) -> tuple[Quantity, ...]:
        """The figures of a claim; one whose hedge or unit reaches out of it belongs to it all the same."""
        near = (self._quantities[i] for i in self._figures.at(content.start, content.end))
        return tuple(quantity for quantity in near if content.overlaps(quantity.span))

    def about(self, content: Span) -> tuple[str, ...]:
        """Ids of whom a claim mentions, sorted."""
        near = (self._mentions[i] for i in self._places.at(content.start, content.end))
        return tuple(sorted({who for mention, who in near if content.overlaps(mention)}))


Found = tuple[tuple[Claim, ...], tuple[Refusal, ...], tuple[Referent, ...]]


def claims(article: Article, reading: Reading) -> Found:
    """The claims of an article in order of their content, its refusals to comment, and the sources met on the way.

    Those met are the sources that no name told before.
    """
    silent = [Span.of(quotation.start, quotation.end) for quotation in reading.quotations]
    silent += captions(article.text)
    cast = Cast(article, reading.doc, reading.referents, silent)
    publisher = _publisher(article, reading.referents)
    facts = _Facts(reading)
    attributed, named = _attributed(article, reading, cast, publisher, facts)
    narrated = (
        _claim(article, reading, facts, found, publisher, ())
        for found in _narrated(reading, attributed, silent)
    )
    ordered = sorted([*attributed, *narrated], key=lambda claim: (claim.content.parts, claim.id))
    ordered = _with_rejoinders(article.text, ordered, reading)
    refusals = tuple(
        _refusal(article, reading, cast, refused, named) for refused in reading.refused
    )
    return tuple(ordered), refusals, tuple(who for who in cast.met if who.id not in named)


def _with_rejoinders(text: str, ordered: Sequence[Claim], reading: Reading) -> list[Claim]:
    """The claims, where a denial that only points at what it denies is a stance if it goes on to say how things were, or says "it" alone."""
    denied = {claim.content for claim in ordered if claim.modality is Modality.DENIED}
    pointing = {
        item.content
        for item in reading.attributions
        if item.content in denied and disputes(reading.doc, item)
    }
    return [
        claim.model_copy(update={"modality": Modality.ATTITUDE})
        if claim.content in pointing
        and (" " not in claim.text or any(claim.goes_on_in(other, text) for other in ordered))
        else claim
        for claim in ordered
    ]


def _refusal(
    article: Article, reading: Reading, cast: Cast, refused: Refused, named: Mapping[str, str]
) -> Refusal:
    speaker = cast.resolve(refused.source)
    text = refused.words.cut(article.text)
    return Refusal(
        id=mint("Refusal", text, article.id, str(refused.words.parts), str(refused.source.parts)),
        article=article.id,
        source=refused.source,
        words=refused.words,
        text=text,
        sentence=_sentence(reading.doc, [refused.source, refused.words]),
        speaker=named.get(speaker or "", speaker),
    )


def _publisher(article: Article, referents: Sequence[Referent]) -> str | None:
    """The referent of the article's own publisher."""
    name = (article.publisher or "").casefold()
    return next(
        (
            who.id
            for who in referents
            if name and name in {who.name.casefold(), *(a.casefold() for a in who.aliases)}
        ),
        None,
    )


def _attributed(
    article: Article, reading: Reading, cast: Cast, publisher: str | None, facts: _Facts
) -> tuple[list[Claim], dict[str, str]]:
    """One claim for each attribution, each once; and who is named only after having spoken, by the unnamed source."""
    ordered = sorted(reading.attributions, key=_place)
    spoken = list(_spoken(article, ordered, cast, publisher))
    said = [(item, speaker) for item, (speaker, _) in zip(ordered, spoken, strict=True)]
    named = named_next(reading.doc, said, reading.referents, cast.persons)
    found = (
        _claim(article, reading, facts, item, *_named(speaker, via, named))
        for item, (speaker, via) in zip(ordered, spoken, strict=True)
    )
    return _distinct(found), named


def _named(
    speaker: str | None, via: tuple[str, ...], named: Mapping[str, str]
) -> tuple[str | None, tuple[str, ...]]:
    """Speaker and intermediaries, by name whoever of them is named only later; nobody is his own intermediary."""
    who = named.get(speaker or "", speaker)
    relays = dict.fromkeys(named.get(relay, relay) for relay in via)
    return who, tuple(relay for relay in relays if relay != who)


def _spoken(
    article: Article, ordered: Sequence[Attribution], cast: Cast, publisher: str | None
) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Speaker and intermediaries of each, in order of the sources, so that pronouns find who spoke before.

    Who spoke through an outlet goes on speaking through it to the end of the paragraph.
    """
    breaks = [offset for offset, character in enumerate(article.text) if character == "\n"]
    relayed: dict[tuple[str, int], tuple[str, ...]] = {}
    for attribution in ordered:
        speaker = None if attribution.source is None else cast.resolve(attribution.source)
        relays = [who for span in attribution.via if (who := cast.resolve(span)) is not None]
        told = None if attribution.addressee is None else cast.outlet(attribution.addressee)
        if told is not None:
            relays.append(told)
        paragraph = bisect_left(breaks, attribution.content.start)
        if not relays and speaker is not None:
            relays = list(relayed.get((speaker, paragraph), ()))
        via = tuple(dict.fromkeys(who for who in relays if who not in {speaker, publisher}))
        if speaker is not None:
            relayed[speaker, paragraph] = via
        yield speaker, via


def _narrated(
    reading: Reading, attributed: Sequence[Claim], silent: Sequence[Span]
) -> Iterator[Attribution]:
    """What the article states itself, beside what is attributed, quoted or set as a caption."""
    taken = list(silent)
    for item in reading.attributions:
        taken += _places(item)
    doubts = [(span, item.confidence) for item in reading.doubted for span in _places(item)]
    refused = [item.words for item in reading.refused]
    facts = [quantity.span for quantity in reading.quantities if quantity.measure]
    facts += [
        mention
        for who in reading.referents
        if who.kind is EntityKind.EVENT
        for mention in who.mentions
    ]
    said = [claim.text for claim in attributed]
    facts = [fact for fact in facts if not any(words.covers(fact) for words in refused)]
    return narrations(reading.doc, taken, said, facts, doubts)


def _places(attribution: Attribution) -> list[Span]:
    """Content, cue and source."""
    spans = (attribution.content, attribution.cue, attribution.source)
    return [span for span in spans if span is not None]


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where the source stands, then the content."""
    return (
        attribution.source or attribution.cue or attribution.content
    ).start, attribution.content.start


def _distinct(found: Iterator[Claim]) -> list[Claim]:
    """The claims without repetitions of the same words by the same speaker, such as a headline set twice."""
    kept: dict[tuple[str | None, str], Claim] = {}
    for claim in found:
        kept.setdefault((claim.speaker, claim.text), claim)
    return list(kept.values())


def _claim(
    article: Article,
    reading: Reading,
    facts: _Facts,
    attribution: Attribution,
    speaker: str | None,
    via: tuple[str, ...],
) -> Claim:
    content, text = attribution.content, attribution.content.cut(article.text)
    identity = (article.id, str(content.parts), str(attribution.cue and attribution.cue.parts))
    return Claim(
        id=mint("Claim", text, *identity),
        article=article.id,
        content=content,
        text=text,
        cue=attribution.cue,
        source=attribution.source,
        sentence=_sentence(reading.doc, _places(attribution)),
        speaker=speaker,
        via=via,
        style=attribution.style,
        modality=modality(reading.doc, attribution),
        polarity=polarity(reading.doc, attribution),
        confidence=attribution.confidence,
        quantities=facts.quantities(content),
        about=facts.about(content),
        said=_said(reading, attribution),
        holds=next((when for span, when in reading.times if content.covers(span)), None),
    )


def _sentence(doc: Doc, spans: Sequence[Span]) -> Span:
    """From the beginning of the first to the end of the last sentence that the spans touch."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return Span.of(start, end)
    whole = trimmed_space(doc, (sentence_start(tokens[0]), sentence_bounds(tokens[-1])[1]))
    return span_of(doc, whole)


def trimmed_space(doc: Doc, stretch: Stretch) -> Stretch:
    """The stretch without white space at its ends."""
    start, end = stretch
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    while start < end - 1 and doc[start].is_space:
        start += 1
    return start, end


def _said(reading: Reading, attribution: Attribution) -> When | None:
    """The date beside the cue, in its sentence and outside what is said: "said on Thursday"."""
    cue = attribution.cue
    tokens = (
        None if cue is None else reading.doc.char_span(cue.start, cue.end, alignment_mode="expand")
    )
    if cue is None or tokens is None:
        return None
    sentence = tokens[0].sent
    first = max(sentence.start_char, cue.start - _CLOCK_REACH)
    last = min(sentence.end_char, cue.end + _CLOCK_REACH)
    near = [
        (abs(span.start - cue.end), when)
        for span, when in reading.times
        if first <= span.start <= last and not attribution.content.overlaps(span)
    ]
    return min(near, key=lambda item: item[0])[1] if near else None
