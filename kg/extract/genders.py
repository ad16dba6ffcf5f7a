"""Which gender titles, roles and first names tell of persons, for pronouns to go back to."""

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.extract.lexicon import terms
from kg.extract.speaker_words import gender_of
from kg.model import Referent


def genders(doc: Doc, people: Iterable[Referent]) -> dict[str, str]:
    """Id to ``m`` or ``f``, for those persons of whom the text tells it."""
    return {who.id: known for who in people if (known := _gender(doc, who))}


def _gender(doc: Doc, who: Referent) -> str | None:
    """By title and role, else by first name."""
    words = set((who.role or "").lower().split())
    for mention in who.mentions:
        tokens = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if tokens is not None:
            words |= {token.lower_ for token in doc[max(tokens.start - 1, 0) : tokens.end]}
    return gender_of(words) or by_first_name(who.name)


def by_first_name(name: str) -> str | None:
    """The gender that the first part of a full name tells, if it is given to one only.

    >>> by_first_name("Nora Fitch"), by_first_name("Fitch")
    ('f', None)
    """
    first, *others = name.casefold().split() or [""]
    if not others:
        return None
    if first in terms("given", "masculine"):
        return "m"
    return "f" if first in terms("given", "feminine") else None
