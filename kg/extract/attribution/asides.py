"""Finds reporting clauses that stand aside what they report: "As the ministry announced, ...", "..., as reported by X"."""

from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.cues import Frame, verbs
from kg.extract.attribution.phrases import (
    NOMINAL,
    Stretch,
    is_comma,
    is_time,
    lemma,
    noun_phrase,
    phrase_head,
    trimmed,
)
from kg.language.paragraphs import sentence_bounds

_REACH = 12  # tokens in which such a clause has its verb
_AFTER_VERB = 5  # tokens in which it ends after its verb or its agent
_PERFECT = frozenset({"have"})
_NOT_SAID = frozenset({"mean", "learn", "read", "see", "know"})


class Aside(NamedTuple):
    """A clause "as Y announced" or "as reported by Y".

    Attributes:
        cue: The conjunction and the verb, or the verb alone where the source parts the two.
        source: Who reports.
        clause: The whole clause.
    """

    cue: Stretch
    source: Stretch
    clause: Stretch


def aside(doc: Doc, at: int, piece: Stretch) -> Aside | None:
    """The clause that "as" opens at a token, if it is one of reporting and nothing but that."""
    if doc[at].lower_ != "as" or at + 2 >= piece[1]:
        return None
    if not (at == piece[0] or is_comma(doc[at - 1]) or doc[at - 1].is_space):
        return None
    verb = _verb(doc, at, piece)
    if verb is None:
        return None
    by = verb + 1 < piece[1] and doc[verb + 1].lower_ == "by"
    if verb == at + 1:
        head = phrase_head(doc, verb + 2, piece[1]) if by else None
        if head is None:
            return None
        source = noun_phrase(head, (verb + 2, _comma(doc, verb + 2, piece)))
        cue, end = (at, verb + 2), source[1]
    else:
        first = verb - 1 if doc[verb - 1].pos_ == "AUX" else verb
        found = trimmed(doc, (at + 1, first))
        if by or found is None or doc[found[1] - 1].pos_ not in NOMINAL:
            return None
        end = verb + 1 + (verb + 1 < piece[1] and doc[verb + 1].tag_ == "RP")
        source, cue = found, (first, end)
    last = _comma(doc, end, piece)
    slight = all(t.pos_ in {"ADP", "ADV", "DET"} or is_time(t) for t in doc[end:last])
    closed = last < piece[1] or last == sentence_bounds(doc[at])[1]
    return (
        Aside(cue, source, (at, last)) if closed and last - end <= _AFTER_VERB and slight else None
    )


def _verb(doc: Doc, at: int, piece: Stretch) -> int | None:
    """The reporting verb of the clause; no other verb stands before it."""
    for i in range(at + 1, min(at + _REACH, piece[1])):
        token = doc[i]
        if token.text == "," or token.tag_ == "MD":
            return None
        if token.pos_ == "AUX" and lemma(token) in _PERFECT:
            continue
        if token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}:
            known = verbs().get(lemma(token))
            said = known is not None and Frame.CLAUSE in known[1] and lemma(token) not in _NOT_SAID
            return i if said else None
    return None


def _comma(doc: Doc, start: int, piece: Stretch) -> int:
    return next(
        (i for i in range(start, piece[1]) if is_comma(doc[i]) or doc[i].text in ".?!"), piece[1]
    )
