"""Finds who stands between a source and the page: "X, citing Y, said", "Y, quoted by X", "X quoted Y as saying"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import words
from kg.extract.attribution.phrases import (
    Stretch,
    is_misread,
    lemma,
    noun_phrase,
    phrase_head,
    trimmed,
    verb_group,
)
from kg.extract.attribution.sources import beside, subject_of
from kg.extract.lexicon import terms
from kg.extract.speaker_words import DOCUMENTS, KNOWLEDGE

_INFORMANTS = (
    terms("persons", "experts", "officers", "relations", "others")
    | terms("organizations", "heads", "bodies", "companies")
    | terms("sources", "nouns")
    | DOCUMENTS
    | KNOWLEDGE
    | words("media")
    | {"source", "figure", "statistic", "testimony", "people", "image", "imagery", "photograph"}
)
_DOER = re.compile(r"(?:er|or|ist|ian|man|woman|ant|ent|ee)$")  # participant, investigator


class Relay(NamedTuple):
    """A quoting or citing construction that is a reporting clause of its own.

    Attributes:
        source: Who is quoted.
        via: Who quotes, where named.
        cue: From the quoting verb to the verb of saying.
    """

    source: Stretch
    via: tuple[Stretch, ...]
    cue: Stretch


class Citation(NamedTuple):
    """A clause "citing Y" beside the report of another.

    Attributes:
        verb: The participle.
        origin: Who is cited.
    """

    verb: Token
    origin: Stretch


def is_passive(verb: Token) -> bool:
    """Whether a participle stands in the passive: "was quoted", "the figures cited by the union"."""
    if verb.tag_ != "VBN" or is_misread(verb):
        return False
    reduced = verb.dep_ in {"acl", "acl:relcl"} and not any(
        child.dep_.startswith("nsubj") for child in verb.children
    )
    return reduced or any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)


def quoting(verb: Token, piece: Stretch) -> Relay | None:
    """Reads "the Herald quoted her as saying" and "she was quoted as saying"; None for other uses of the verb."""
    doc = verb.doc
    at = next(
        (
            i
            for i in range(verb.i + 1, piece[1] - 1)
            if doc[i].lower_ == "as" and doc[i + 1].lower_ in words("saying")
        ),
        None,
    )
    if at is None:
        return None
    if is_passive(verb):
        return _quoted(verb, at, piece)
    speaker = phrase_head(doc, verb.i + 1, at)
    if speaker is None:
        return None
    subject = subject_of(verb, (piece[0], verb.i))
    relay = (
        beside(doc, (verb.i, verb.i + 1), piece)
        if subject is None
        else noun_phrase(subject, (piece[0], verb.i))
    )
    via = () if relay is None else (relay,)
    return Relay(noun_phrase(speaker, (verb.i + 1, at)), via, (verb.i, at + 2))


def _quoted(verb: Token, at: int, piece: Stretch) -> Relay | None:
    """The passive: the subject speaks, the agent relays."""
    subject = next((child for child in verb.children if child.dep_.startswith("nsubj")), None)
    if subject is None or not piece[0] <= subject.i < verb.i:
        return None
    via = _agent(verb, (verb.i + 1, at), piece) or _agent(verb, (at + 2, at + 3), piece)
    cue = (verb_group(verb, piece)[0], at + 2)
    return Relay(noun_phrase(subject, (piece[0], verb.i)), via, cue)


def told(verb: Token, piece: Stretch) -> Relay | None:
    """Reads "he was told by the insurer that ..." and "it was confirmed by the ministry": the agent speaks."""
    if not any(child.dep_ == "aux:pass" for child in verb.children):
        return None
    leads_on = any(child.dep_ == "ccomp" for child in verb.children)
    if not leads_on and lemma(verb) not in words("telling"):
        return None
    that = next((i for i in range(verb.i + 1, piece[1]) if verb.doc[i].lower_ == "that"), piece[1])
    by = next((i for i in range(verb.i + 1, that) if verb.doc[i].lower_ == "by"), None)
    agent = () if by is None else _agent(verb, (by, that), piece)
    if by is None or not agent:
        return None
    return Relay(
        agent[0], (), (verb_group(verb, piece)[0], by + 1 if by == verb.i + 1 else verb.i + 1)
    )


def _agent(verb: Token, within: Stretch, piece: Stretch) -> tuple[Stretch, ...]:
    """Who quotes: the noun phrase after a "by" that stands within a stretch."""
    for i in range(*within):
        head = phrase_head(verb.doc, i + 1, piece[1]) if verb.doc[i].lower_ == "by" else None
        if head is not None:
            end = within[1] if i + 1 < within[1] else piece[1]
            return (noun_phrase(head, (i + 1, end)),)
    return ()


def without_relay(doc: Doc, source: Stretch) -> tuple[Stretch, tuple[Stretch, ...]]:
    """Parts "an analyst cited by the Journal" and "the Journal, citing an analyst" into source and relays."""
    for i in range(source[0] + 1, source[1] - 1):
        if lemma(doc[i]) not in words("relaying"):
            continue
        passive = doc[i].tag_ == "VBN" and doc[i + 1].lower_ == "by"
        start = i + 2 if passive else i + 1
        other = phrase_head(doc, start, source[1])
        kept = trimmed(doc, (source[0], i))
        if other is None or kept is None:
            continue
        named = noun_phrase(other, (start, source[1]))
        if passive:
            return kept, (named,)
        if doc[i].tag_ == "VBG":
            return named, (kept,)
    return source, ()


def citations(doc: Doc, pieces: Iterable[Stretch]) -> Iterator[Citation]:
    """Clauses "citing Y" and "quoting Y" in parts of sentences, in order."""
    for start, end in pieces:
        for verb in doc[start:end]:
            if verb.tag_ == "VBG" and lemma(verb) in words("relaying"):
                head = phrase_head(doc, verb.i + 1, end)
                if head is not None and _can_tell(verb, head):
                    yield Citation(verb, noun_phrase(head, (verb.i + 1, end)))


def _can_tell(verb: Token, head: Token) -> bool:
    """Whether the head of what is cited names somebody or something with words: the union, a report; no mere reason, as fears are."""
    if lemma(verb) != "cite" or head.pos_ in {"PROPN", "PRON"}:
        return True
    return lemma(head) in _INFORMANTS or _DOER.search(lemma(head)) is not None
