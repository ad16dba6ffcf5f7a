"""Who refused to comment: no claim, but a fact about the source."""

from kg.model.base import Frozen
from kg.model.span import Span


class Refusal(Frozen):
    """One refusal to comment in one article.

    Attributes:
        id: Stable identifier.
        article: Id of the article.
        source: The words that name the source at this place.
        words: The words that tell of the refusal ("declined to comment").
        text: The words of ``words``.
        sentence: The sentence of the article that it stands in.
        speaker: Id of who refused, or None where it cannot be told: a referent's id in an extraction, an entity's id
            after resolution.
    """

    id: str
    article: str
    source: Span
    words: Span
    text: str
    sentence: Span
    speaker: str | None = None
