"""Tells who denies what others have said without saying it again: "rejected the allegation", "denied this", "called the report a lie".

What is denied stands elsewhere, mostly in the sentence before; the words point at it.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import verbs, words
from kg.extract.attribution.parting import cue_has, tokens_of
from kg.extract.attribution.phrases import VERBAL, lemma
from kg.model import Attribution, Modality

_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "them", "both", "all"})
_DETERMINERS = frozenset(
    {
        "the",
        "this",
        "that",
        "these",
        "those",
        "such",
        "any",
        "all",
        "both",
        "his",
        "her",
        "its",
        "their",
    }
)
_LONGEST = 8  # tokens; what goes on longer says what is denied


def disputes(doc: Doc, attribution: Attribution) -> bool:
    """Whether somebody denies what others have said, and only points at it."""
    if attribution.cue is None or len(attribution.content.parts) > 1:
        return False
    content = tokens_of(doc, attribution.content)
    if len(content) > _LONGEST:
        return False
    behind = _behind_pointing(content)
    if behind is None:
        return False
    dismissed = any(
        lemma(token) in words("dismissive") or token.lower_ in words("dismissive")
        for token in behind
    )
    if behind and not dismissed and behind[0].lower_ != "as":
        return False
    if dismissed and cue_has(doc, attribution.cue, words("calling")):
        return True
    return any(_denies(token) for token in tokens_of(doc, attribution.cue))


def _denies(token: Token) -> bool:
    known = verbs().get(lemma(token)) if token.pos_ in VERBAL else None
    return known is not None and known[0] is Modality.DENIED


def _behind_pointing(content: Sequence[Token]) -> Sequence[Token] | None:
    """What follows a pronoun or "the allegation" at the beginning; None where there is neither."""
    if not content:
        return None
    if content[0].lower_ in _PRONOUNS and (
        len(content) == 1
        or content[1].pos_ not in {"NOUN", "ADJ", "PROPN"}
        or _is_dismissive(content[1])
    ):
        return content[1:]
    if content[0].lower_ not in _DETERMINERS:
        return None
    at = next(
        (i for i, token in enumerate(content[:4]) if lemma(token) in words("disputable")), None
    )
    return None if at is None else content[at + 1 :]


def _is_dismissive(token: Token) -> bool:
    return lemma(token) in words("dismissive")
