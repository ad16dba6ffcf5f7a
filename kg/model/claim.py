"""What is said, by whom, in which words.

An attribution has a source, a cue and a content (Pareti 2015; PolNeAR, Newell et al. 2018). A claim is an
attribution whose source is resolved to a speaker, with what its content says in comparable form.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kg.model.base import Frozen
from kg.model.quantity import Quantity
from kg.model.span import Span
from kg.model.when import When

Confidence = Annotated[float, Field(ge=0, le=1)]


class Style(StrEnum):
    """How the words reach the page."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATED = "narrated"  # stated by the article on its own authority


class Modality(StrEnum):
    """How the claim is put forward."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    ESTIMATED = "estimated"
    SPECULATED = "speculated"
    PLANNED = "planned"
    DENIED = "denied"
    ATTITUDE = "attitude"  # a reported state of mind or stance, not a statement; never compared


class Polarity(StrEnum):
    """Whether the proposition is affirmed; a denied or negated one is negative."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Attribution(Frozen):
    """Words and those they are attributed to, as spans of one article.

    Attributes:
        content: What is said, without its quotation marks.
        cue: The words that attribute ("said", "according to"); None where there are none.
        source: The words that name the source at this place ("he", "the ministry"); None where there are none.
        via: The words that name intermediaries, nearest to the source first.
        addressee: The words that name whom it was said to; an outlet told first is an intermediary too.
        style: Direct, indirect or mixed.
        modality: As far as the cue tells it.
        confidence: 0 to 1.
    """

    content: Span
    cue: Span | None = None
    source: Span | None = None
    via: tuple[Span, ...] = ()
    addressee: Span | None = None
    style: Style = Style.INDIRECT
    modality: Modality = Modality.ASSERTED
    confidence: Confidence = 1.0


class Claim(Frozen):
    """One statement in one article.

    Attributes:
        id: Stable identifier.
        article: Id of the article.
        content, cue, source: Spans as in Attribution.
        text: The words of ``content``, its parts joined by one space.
        sentence: The sentence or sentences of the article that the claim stands in.
        speaker: Id of who is said to have said it, or None where nobody is named: a referent's id in an
            extraction, an entity's id after resolution. A narrated claim's speaker is the publisher, if known.
        via: Ids of the intermediaries, nearest to the speaker first, without the article's publisher.
        style, modality, polarity, confidence: As documented on their types.
        quantities: Figures in the content, in order of the text.
        about: Ids of the entities and events that the content mentions, sorted.
        said: When it was said; None where unknown.
        holds: The time that it speaks of; None where unknown.
    """

    id: str
    article: str
    content: Span
    text: str
    cue: Span | None = None
    source: Span | None = None
    sentence: Span
    speaker: str | None = None
    via: tuple[str, ...] = ()
    style: Style
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.POSITIVE
    confidence: Confidence = 1.0
    quantities: tuple[Quantity, ...] = ()
    about: tuple[str, ...] = ()
    said: When | None = None
    holds: When | None = None

    def goes_on_in(self, other: "Claim", text: str) -> bool:
        """Whether another claim of the article says more for the same side.

        Its speaker's does, in the same sentence or the next one of the paragraph; so does a quotation in the next one, as
        of a lawyer after her client.

        Args:
            other: The claim that may go on.
            text: The text of the article of both.
        """
        if other.article != self.article or other.content.start <= self.content.start:
            return False
        if other.sentence.start <= self.sentence.start:
            return other.speaker == self.speaker
        between = text[self.sentence.end : other.sentence.start]
        quoted = other.style in {Style.DIRECT, Style.MIXED}
        return (
            between.isspace() and "\n" not in between and (quoted or other.speaker == self.speaker)
        )
