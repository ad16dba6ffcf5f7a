"""The dates that an article speaks of: every date expression that can be resolved, with the days it means.

Reckoned from the day of publication alone, never from the clock. Clock times ("2 p.m.") are left out.
"""

from bisect import bisect_right
from datetime import date

from spacy.tokens import Doc, Token

from kg.extract.times.dates import Anchor, date_expressions
from kg.language.paragraphs import offsets, text_of
from kg.model import Span, When

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PLANS = frozenset({"plan", "schedule", "due", "expect", "set"})  # "is scheduled to open on Friday"
_LONGEST_CLIMB = 6
_LENGTH_OF_DAY = len("2024-10-21")


def times(doc: Doc, published: str | None) -> tuple[tuple[Span, When], ...]:
    """All date expressions of an article that can be resolved, in order of the text, without overlap.

    Args:
        doc: The parsed article.
        published: The day of publication in ISO 8601; where it is unknown or names no day, only dates that give
            their year are resolved.
    """
    day = _day(published)
    starts = offsets(doc)
    found: list[tuple[Span, When]] = []
    for expression in date_expressions(text_of(doc)):
        token = doc[bisect_right(starts, expression.start) - 1]
        edtf = expression.resolve(Anchor(day, ahead=_is_ahead(token)))
        if edtf is not None:
            found.append((Span.of(expression.start, expression.end), When(edtf=edtf)))
    return tuple(found)


def _day(published: str | None) -> date | None:
    """The day of publication, or None where the text gives no day."""
    try:
        return date.fromisoformat((published or "")[:_LENGTH_OF_DAY])
    except ValueError:
        return None


def _is_ahead(token: Token) -> bool:
    """Whether the clause around the date speaks of the future: "will meet on Friday", "is scheduled to open"."""
    verb = token
    for _ in range(_LONGEST_CLIMB):
        if verb.pos_ in {"VERB", "AUX", "ADJ"}:
            break
        if verb.head.i == verb.i:
            return False
        verb = verb.head
    if any(child.lower_ in _FUTURE for child in verb.children):
        return True
    return verb.dep_ == "xcomp" and (
        verb.head.lemma_.lower() in _PLANS
        or any(child.lower_ in _FUTURE for child in verb.head.children)
    )
